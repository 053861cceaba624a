/** What a page may know of the reader who asks for it. */
import type { Reader } from '../domain/comments/comment.ts';
import type { Problem } from '../domain/problem.ts';

export interface Session {
  reader: Reader & { email: string };
  /** Stands in every form of this session's pages and nowhere else. */
  formToken: string;
}

/** Why a mailed link does nothing. */
export type DeadLink = 'forged' | 'expired' | 'used';
export type Dead = { kind: 'dead'; why: DeadLink };

/** What became of a form that anyone may send: told to the sender alike whoever it is about. */
export type Asked =
  | { kind: 'taken' }
  | { kind: 'refused'; problems: Problem[] }
  /** The browser's test (Turnstile) was not passed. */
  | { kind: 'untested' };

/** "r…@example.org": enough for its owner to know it again, too little for anyone else. */
export function veiled(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
