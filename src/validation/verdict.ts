/** The outcome of every validation: what was admitted, or each problem with the path of its field. */
import type { z } from 'zod';
import type { Problem, Verdict } from '../domain/problem.ts';
import { mended } from '../domain/text.ts';

export type { Problem, Verdict };

export const admit = <T>(value: T): Verdict<T> => ({ ok: true, value });
export const refuse = (...problems: Problem[]): { ok: false; problems: Problem[] } => ({
  ok: false,
  problems,
});

/** Holds a body to a schema; each issue becomes a sentence with the path of its field (`value.low`). */
export function parseWith<S extends z.ZodType>(schema: S, body: unknown): Verdict<z.output<S>> {
  const parsed = schema.safeParse(body);
  return parsed.success
    ? admit(parsed.data)
    : {
        ok: false,
        problems: parsed.error.issues.slice(0, MOST_PROBLEMS).flatMap(problemsOf).slice(0, MOST_PROBLEMS),
      };
}

/** Said at once, of a body that may hold a million mistakes. */
const MOST_PROBLEMS = 100;

/** A field's name as it may be said again: a sender can call one anything, at any length. */
const named = (key: string): string => mended(key).slice(0, 80);

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map((step) => named(String(step))).join('.');
  if (issue.code === 'unrecognized_keys') {
    const at = path === '' ? '' : `${path}.`;
    return issue.keys
      .slice(0, MOST_PROBLEMS)
      .map(named)
      .map((key) => ({
        path: `${at}${key}`,
        message: `There is no field "${key}" here.`,
      }));
  }
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.find((issues) =>
      issues.some((inner) => inner.path.length > 0 || inner.code === 'custom'),
    );
    const inner = branch?.[0];
    if (inner)
      return [
        {
          path: [path, ...inner.path.map((step) => named(String(step)))].filter(Boolean).join('.'),
          message: sentence(inner.message),
        },
      ];
  }
  return [{ path, message: sentence(issue.message) }];
}

/** The schema library's own phrases ("Invalid input: expected string, received undefined") in plain words. */
function sentence(message: string): string {
  const mismatch = /^Invalid input: expected (\w+), received (\w+)$/.exec(message);
  if (mismatch?.[2] === 'undefined') return 'This field is required.';
  if (mismatch) return `Give ${article(mismatch[1] as string)} here, not ${mismatch[2]}.`;
  return message.endsWith('.') ? message : `${message}.`;
}

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
