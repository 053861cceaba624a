// A browser that is not Chromium, driven by its own remote protocol: what the suite asks of it, and which are here.
import { openFirefox } from './firefox.ts';
import { openWebKit } from './webkit.ts';

export interface Engine {
  /** Its name and version, as it says itself. */
  name: string;
  /** Opens an address in the one window and resolves when its load event has fired. */
  open(url: string): Promise<void>;
  /**
   * The value of an expression in the page, or in its frame of that number, whatever the frame's origin; by way of
   * JSON. Promises are waited for. Throws what the page throws.
   */
  evaluate<T>(expression: string, frame?: number): Promise<T>;
  /** The width of the viewport in CSS pixels; an engine's window may have a least width, some 450. */
  width(pixels: number): Promise<void>;
  /** Errors that nobody caught and what the console called an error, since the last page was opened. */
  noise(): Promise<string[]>;
  /** The viewport as PNG. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export const ENGINES = { firefox: openFirefox, webkit: openWebKit } as const;
export type EngineName = keyof typeof ENGINES;

/** Waits until an expression is true in the page; the limit is a safety net, in milliseconds. */
export async function until(
  engine: Engine,
  expression: string,
  { what, frame, limit = 30_000 }: { what: string; frame?: number; limit?: number },
): Promise<void> {
  const net = AbortSignal.timeout(limit);
  while (!(await engine.evaluate<boolean>(`(async () => Boolean(await (${expression})))()`, frame))) {
    if (net.aborted) throw new Error(`${engine.name}: ${what} did not come about.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
