/** Reads a body no further than its limit: what is too long or is no JSON gets a sentence, never an exception. */
import { answerWords, problem } from './problem.ts';

/** 20 MB: the largest import; an ordinary claim is a few kilobytes. */
const LARGEST = 20_000_000;

/** The text of a body, or the problem to answer with. */
export async function readText(request: Request, largest: number = LARGEST): Promise<string | Response> {
  const bytes = await readBytes(request, largest);
  if (bytes instanceof Response) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem('bad-request', answerWords().body.encoding);
  }
}

/**
 * The bytes of a body, or the problem to answer with. A length may be announced wrongly or not at all (RFC 9112, section
 * 6.3): reading itself stops at the limit, so that no more than one piece beyond it is ever held.
 *
 * Ours, since `hono/body-limit` believes the length announced, tells no sender to stop, and fails over a broken body.
 */
export async function readBytes(
  request: Request,
  largest: number,
): Promise<Uint8Array<ArrayBuffer> | Response> {
  const announced = Number(request.headers.get('Content-Length') ?? 0);
  if (announced > largest) {
    letGo(request.body);
    return tooLarge(largest);
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array(0);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joined(pieces, length);
      length += value.byteLength;
      if (length > largest) {
        reader.cancel().catch(ignoreBroken);
        return tooLarge(largest);
      }
      pieces.push(value);
    }
  } catch {
    return problem('bad-request', answerWords().body.broken);
  }
}

const tooLarge = (largest: number): Response => problem('too-large', answerWords().body.tooLarge(largest));

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** Nobody will read it: the sender may stop. */
const letGo = (body: ReadableStream | null): void => void body?.cancel().catch(ignoreBroken);
/** A body that broke off cannot be cancelled any more, which is what was wanted. */
const ignoreBroken = (): void => undefined;

/** The parsed body, or the problem to answer with. */
export function parseJson(text: string): { value: unknown } | Response {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return problem('bad-request', answerWords().body.json);
  }
}
