/** Keeps whole answers in the isolate for a moment, so that a hot read costs no database and no rendering. */

interface Held {
  status: number;
  headers: [string, string][];
  body: ArrayBuffer;
  etag: string;
  until: number;
}

/** How long an answer may be given again, in milliseconds: another isolate's write shows after this. */
const FRESH = 1_000;
const MOST_ENTRIES = 400;
const MOST_BYTES = 1_000_000;

export class ResponseMemory {
  #held = new Map<string, Held>();
  #making = new Map<string, Promise<Held | Response>>();
  #generation = 0;

  /** Forgets everything: called after each write, so that the next read in this isolate sees it. */
  clear(): void {
    this.#generation++;
    this.#held.clear();
    this.#making.clear();
  }

  /** The kept answer for `key`, or one made now; simultaneous callers share one making. `now` in milliseconds. */
  async answer(
    request: Request,
    key: string,
    now: number,
    make: (request: Request) => Promise<Response>,
  ): Promise<Response> {
    const held = this.#held.get(key);
    if (held && held.until > now) return give(held, request);
    let making = this.#making.get(key);
    if (!making) {
      making = this.#make(key, now, () => make(unconditional(request)));
      this.#making.set(key, making);
    }
    const made = await this.#settled(key, making);
    return made instanceof Response ? made.clone() : give(made, request);
  }

  /** After a write another making may stand under the key: that one stays. */
  async #settled(key: string, making: Promise<Held | Response>): Promise<Held | Response> {
    try {
      return await making;
    } finally {
      if (this.#making.get(key) === making) this.#making.delete(key);
    }
  }

  async #make(key: string, now: number, make: () => Promise<Response>): Promise<Held | Response> {
    const generation = this.#generation;
    const response = await make();
    const etag = response.headers.get('ETag');
    if (response.status !== 200 || etag === null) return buffered(response);
    const body = await response.arrayBuffer();
    const held = { status: 200, headers: [...response.headers], body, etag, until: now + FRESH };
    if (generation === this.#generation && body.byteLength <= MOST_BYTES) this.#keep(key, held);
    return held;
  }

  #keep(key: string, held: Held): void {
    this.#held.delete(key);
    this.#held.set(key, held);
    if (this.#held.size > MOST_ENTRIES) this.#held.delete(this.#held.keys().next().value as string);
  }
}

/** The whole answer is made for all who wait for it; each is then spared what it holds already. */
function unconditional(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('If-None-Match');
  return new Request(request, { headers });
}

/** A body can be read once: each of several waiting callers gets a clone of this. */
async function buffered(response: Response): Promise<Response> {
  const body = response.body === null ? null : await response.arrayBuffer();
  return new Response(body, { status: response.status, headers: response.headers });
}

function give(held: Held, request: Request): Response {
  const tags = request.headers.get('If-None-Match')?.split(',') ?? [];
  const same = tags.some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === held.etag);
  if (!same) return new Response(held.body, { status: held.status, headers: held.headers });
  return new Response(null, {
    status: 304,
    headers: held.headers.filter(([name]) => name !== 'content-type'),
  });
}
