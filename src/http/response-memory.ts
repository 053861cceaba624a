/** Keeps whole answers in the isolate for a moment, so that a hot read costs no database and no rendering. */
import { isHeld } from './answer.ts';
import { isForAll } from './kept.ts';

/** An answer as plain values: a Response belongs to the request it was made for, and no other may read its body. */
interface Made {
  status: number;
  headers: [string, string][];
  body: ArrayBuffer | null;
  etag: string | null;
}
interface HeldAnswer extends Made {
  until: number;
}

/** How long an answer may be given again, in milliseconds: another isolate's write shows after this. */
const FRESH = 1_000;
const MOST_ENTRIES = 400;
/** Of one answer, and of all that are kept: an isolate has 128 MB for everything. */
const MOST_BYTES = 1_000_000;
const MOST_BYTES_KEPT = 16_000_000;

export class ResponseMemory {
  #held = new Map<string, HeldAnswer>();
  #making = new Map<string, Promise<Made | Response>>();
  /** Addresses whose last answer was of one asker: nobody waits there for another's. */
  #alone = new Set<string>();
  #generation = 0;
  #bytes = 0;

  /** Forgets everything: called after each write, so that the next read in this isolate sees it. */
  clear(): void {
    this.#generation++;
    this.#bytes = 0;
    this.#held.clear();
    this.#making.clear();
  }

  /**
   * The kept answer for `key`, or one made now; `now` in milliseconds. Simultaneous callers share one making, unless what
   * it made is not for all: that is the first one's own, and the others have theirs made.
   */
  async answer(
    request: Request,
    key: string,
    now: number,
    make: (request: Request) => Promise<Response>,
  ): Promise<Response> {
    const held = this.#held.get(key);
    if (held && held.until > now) return give(held, request);
    const begun = this.#making.get(key);
    if (begun && !this.#alone.has(key)) {
      const shared = await begun;
      return shared instanceof Response ? make(request) : give(shared, request);
    }
    const making = this.#make(key, now, () => make(unconditional(request)));
    this.#making.set(key, making);
    const made = await this.#settled(key, making);
    return made instanceof Response ? giveOwn(made, request) : give(made, request);
  }

  /** After a write another making may stand under the key: that one stays. */
  async #settled(key: string, making: Promise<Made | Response>): Promise<Made | Response> {
    try {
      return await making;
    } finally {
      if (this.#making.get(key) === making) this.#making.delete(key);
    }
  }

  async #make(key: string, now: number, make: () => Promise<Response>): Promise<Made | Response> {
    const generation = this.#generation;
    const response = await make();
    if (!isForAll(response)) {
      if (this.#alone.size >= MOST_ENTRIES) this.#alone.clear();
      this.#alone.add(key);
      return response;
    }
    this.#alone.delete(key);
    const { status } = response;
    const body = response.body === null ? null : await response.arrayBuffer();
    const made = { status, headers: [...response.headers], body, etag: response.headers.get('ETag') };
    const keepable = status === 200 && made.etag !== null && body !== null && body.byteLength <= MOST_BYTES;
    if (keepable && generation === this.#generation) this.#keep(key, { ...made, until: now + FRESH });
    return made;
  }

  #keep(key: string, held: HeldAnswer): void {
    this.#forget(key);
    this.#held.set(key, held);
    this.#bytes += sizeOf(key, held);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= MOST_ENTRIES && this.#bytes <= MOST_BYTES_KEPT) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const held = this.#held.get(key);
    if (held) this.#bytes -= sizeOf(key, held);
    this.#held.delete(key);
  }

  /** Bytes of what is kept, for whoever counts memory. */
  get size(): number {
    return this.#bytes;
  }
}

/** Bytes that an answer takes: its body, and two a character of its address and headers. */
const sizeOf = (key: string, { body, headers }: HeldAnswer): number =>
  (body?.byteLength ?? 0) +
  2 * (key.length + headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0));

/** The whole answer is made for all who wait for it; each is then spared what it holds already. */
function unconditional(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('If-None-Match');
  return new Request(request, { headers });
}

function give({ status, headers, body, etag }: Made, request: Request): Response {
  return isSpared(request, status, etag)
    ? notModified(new Headers(headers))
    : new Response(body, { status, headers });
}

/** An answer of the asker's own, as it came. */
async function giveOwn(response: Response, request: Request): Promise<Response> {
  if (!isSpared(request, response.status, response.headers.get('ETag'))) return response;
  await response.body?.cancel();
  return notModified(new Headers(response.headers));
}

const isSpared = (request: Request, status: number, etag: string | null): boolean =>
  status === 200 && etag !== null && isHeld(request.headers.get('If-None-Match'), etag);

function notModified(headers: Headers): Response {
  headers.delete('Content-Type');
  return new Response(null, { status: 304, headers });
}
