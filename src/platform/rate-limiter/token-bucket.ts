/** How fast one provider may be handed mail: so many a second, a second's worth at once, nothing while it asks for rest. */

export type Turn =
  | { kind: 'go' /** Milliseconds to wait first. */; wait: number }
  /** Too far off to wait for; nothing was taken. */
  | { kind: 'come back'; after: number };

export class TokenBucket {
  /** Up to when all tokens are given out, in milliseconds of the caller's clock. */
  #free = 0;
  #restsUntil = 0;

  /** Takes `count` tokens, at `rate` a second, if they come within `patience` milliseconds of `now`. */
  take(count: number, rate: number, patience: number, now: number): Turn {
    // An idle second is all that is ever saved up.
    const free = Math.max(this.#free, this.#restsUntil - 1_000, now - 1_000) + (count * 1_000) / rate;
    const wait = Math.max(0, this.#restsUntil - now, free - now);
    if (wait > patience) return { kind: 'come back', after: wait };
    this.#free = free;
    return { kind: 'go', wait };
  }

  /** Nothing is given out for so many milliseconds. */
  rest(milliseconds: number, now: number): void {
    this.#restsUntil = Math.max(this.#restsUntil, now + milliseconds);
  }
}
