/** What an adapter is: one product's way of saying how many comments a thread has, and from how many people. */
import { z } from 'zod';
import type { Late } from '../../domain/comments/ranking.ts';
import type { FetchFault } from '../fetch-fault.ts';
import type { Fetched, GuardedFetch } from '../guarded-fetch.ts';

export type PullFault = FetchFault | 'rate-limited' | 'not-allowed' | 'no-thread' | 'refused' | 'malformed';

/** `commenters` is null where the product does not say who wrote what, or where there is too much of it to read. */
export interface Count {
  comments: number;
  commenters: number | null;
  countedAt: string;
  /** What the product itself says came in the hours before; null where it does not say. */
  lately: readonly Late[] | null;
}
export type Pulled = { ok: true; count: Count } | { ok: false; fault: PullFault; detail: string };
export type Failed = Extract<Pulled, { ok: false }>;

export interface PullOrder<S> {
  origin: string;
  thread: string;
  settings: S;
  /** The key or token that opens the product's interface, where it needs one. */
  key: string | null;
  ask: GuardedFetch;
  now: string;
}

export interface Adapter {
  settings: z.ZodType;
  thread: z.ZodType<string>;
  needsKey: boolean;
  /** The address that will be asked, so that it can be refused before anything is stored. */
  base(origin: string, settings: unknown): string;
  /** Settings are parsed again: a stored row that no longer fits throws. */
  pull(order: PullOrder<unknown>): Promise<Pulled>;
}

/** Ties an adapter's functions to the type of its own settings. */
export function adapterOf<Z extends z.ZodType>(parts: {
  settings: Z;
  thread: z.ZodType<string>;
  needsKey: boolean;
  base(origin: string, settings: z.output<Z>): string;
  pull(order: PullOrder<z.output<Z>>): Promise<Pulled>;
}): Adapter {
  const { settings, base, pull } = parts;
  return {
    ...parts,
    base: (origin, given) => base(origin, settings.parse(given)),
    pull: (order) => pull({ ...order, settings: settings.parse(order.settings) }),
  };
}

/** An address to build on: http or https, with a path at most; kept without its last slash. */
export const Base = z
  .string()
  .max(300)
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  }, 'Give an address such as https://news.example, without parameters.')
  .transform((text) => text.replace(/\/+$/, ''));

/** A number of comments, as any product gives it. */
export const Whole = z.int().min(0).max(1_000_000_000);

/** The JSON of a good answer in the shape expected, or why there is none. */
export function read<Z extends z.ZodType>(
  fetched: Fetched,
  shape: Z,
): { ok: true; value: z.output<Z>; headers: Headers } | Failed {
  if (!fetched.ok) return failed(fetched.fault);
  const { status } = fetched;
  if (status === 429) return failed('rate-limited', 'status 429');
  if (status === 401 || status === 403) return failed('not-allowed', `status ${status}`);
  if (status === 404 || status === 410) return failed('no-thread', `status ${status}`);
  if (status < 200 || status > 299) return failed('refused', `status ${status}`);
  const parsed = shape.safeParse(jsonOf(fetched.text));
  if (parsed.success) return { ok: true, value: parsed.data, headers: fetched.headers };
  return failed('malformed', parsed.error.issues[0]?.path.join('.') || 'the whole answer');
}

/** The JSON of a text; undefined where it is none, which fits no shape. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export const failed = (fault: PullFault, detail = ''): Failed => ({ ok: false, fault, detail });
export function counted(
  comments: number,
  commenters: number | null,
  countedAt: string,
  lately: readonly Late[] | null = null,
): Pulled {
  return {
    ok: true,
    count: { comments, commenters: plausible(comments, commenters), countedAt, lately },
  };
}

/** A comment may come or go between two pages: people never outnumber what they wrote, nor does nobody write it. */
export const plausible = (comments: number, people: number | null): number | null =>
  people === 0 && comments > 0 ? null : people && Math.min(people, comments);
