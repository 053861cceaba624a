/** One rate limiter a provider, as a Durable Object: every consumer asks the same one, so that together they keep its pace. */
import { DurableObject } from 'cloudflare:workers';
import { TokenBucket, type Turn } from './token-bucket.ts';

/** Lives in memory alone: forgotten, it begins with one second's worth, which no provider minds. */
export class RateLimiter extends DurableObject {
  readonly #bucket = new TokenBucket();

  take(count: number, rate: number, patience: number): Turn {
    return this.#bucket.take(count, rate, patience, Date.now());
  }

  rest(milliseconds: number): void {
    this.#bucket.rest(milliseconds, Date.now());
  }
}
