/** Reads a JSON body with a limit: what is too long or is no JSON gets a sentence, never an exception. */
import { problem } from './problem.ts';

/** 20 MB: the largest import; an ordinary claim is a few kilobytes. */
const LARGEST = 20_000_000;

/** The text of a body, or the problem to answer with. */
export async function readText(request: Request, largest: number = LARGEST): Promise<string | Response> {
  const bytes = await readBytes(request, largest);
  if (bytes instanceof Response) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem('bad-request', 'The body is not UTF-8 text.');
  }
}

/** The bytes of a body, or the problem to answer with. */
export async function readBytes(request: Request, largest: number): Promise<ArrayBuffer | Response> {
  const announced = Number(request.headers.get('Content-Length') ?? 0);
  if (announced > largest) return problem('too-large', `Keep the body under ${largest} bytes.`);
  const bytes = await request.arrayBuffer();
  return bytes.byteLength > largest ? problem('too-large', `Keep the body under ${largest} bytes.`) : bytes;
}

/** The parsed body, or the problem to answer with. */
export function parseJson(text: string): { value: unknown } | Response {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return problem('bad-request', 'The body is not JSON.');
  }
}
