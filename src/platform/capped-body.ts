/** Reads a body no further than its limits of size and time allow; what is late or too large is a fault. */
import { Fault } from './fetch-fault.ts';

export interface BodyLimits {
  /** After any decompression. */
  bytes: number;
  /** A body may take this long, and longer only by what its bytes earn at `bytesPerSecond`: a drip is cut off early. */
  graceMilliseconds: number;
  bytesPerSecond: number;
}

export async function readCapped(
  response: Response,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<string> {
  const announced = Number(response.headers.get('Content-Length') ?? 0);
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const begun = Date.now();
  try {
    if (announced > limits.bytes) throw new Fault('too-large');
    for (;;) {
      const earned = limits.graceMilliseconds + (bytes / limits.bytesPerSecond) * 1000;
      const chunk = await inTime(begun + earned - Date.now(), orAborted(signal, reader.read()));
      if (chunk.done) return text + decoder.decode();
      bytes += chunk.value.byteLength;
      if (bytes > limits.bytes) throw new Fault('too-large');
      text += decoder.decode(chunk.value, { stream: true });
    }
  } catch (cause) {
    reader.cancel().catch(ignoreBroken);
    if (cause instanceof Fault) throw cause;
    throw new Fault(signal.aborted ? 'too-slow' : 'unreachable');
  }
}

/** Lets go of a body that nobody will read. */
export const discard = (response: Response) => void response.body?.cancel().catch(ignoreBroken);
/** A body that broke off cannot be cancelled any more, which is what was wanted. */
const ignoreBroken = (): void => undefined;

/** The promise, or 'too-slow' once the signal aborts, even where the promise itself does not listen. */
export function orAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = (): void => reject(new Fault('too-slow'));
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}

async function inTime<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Fault('too-slow')), Math.max(0, milliseconds));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
