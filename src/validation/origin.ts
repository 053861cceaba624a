/** Validation of a site whose comments are counted: who it is, how its counts come in, which thread is about which topic. */
import { z } from 'zod';
import { Id } from '../domain/record/measure.ts';
import { label } from '../domain/text.ts';
import { OriginName, Thread } from './count.ts';
import { admit, type Problem, parseWith, refuse, type Verdict } from './verdict.ts';

/** A site of this kind sends its counts itself, signed; every other kind is pulled. */
export const PUSH = 'push';

/** What a kind of site needs said about it. */
export interface Kind {
  settings: z.ZodType;
  thread: z.ZodType<string>;
  needsKey: boolean;
}

const Mapping = z.strictObject({ thread: Thread, topic: Id });

/** Left out, a secret or key stays as it is, since nobody can read it back; null removes it. */
const Hidden = z
  .string()
  .min(16, 'Use at least 16 characters.')
  .max(2_000, 'Keep it to 2,000 characters.')
  // It goes into headers and signatures as it is: another spelling would be another secret.
  .regex(/^[\x21-\x7e]*$/, 'Use letters, numerals and signs of ASCII, without blanks.')
  .nullable()
  .optional();

/** What a kind of site needs said: few, short and of plain text; each kind holds them to its own shape. */
const Setting = z.union(
  [label(2_000), z.number(), z.boolean(), z.null()],
  'Give a text, a number, true or false.',
);

const Origin = z.strictObject({
  origin: OriginName,
  kind: label(40),
  settings: z.record(label(40), Setting).default({}),
  /** Signs the counts that the site sends. */
  secret: Hidden,
  /** Opens the product's interface to us. */
  key: Hidden,
  /** For how long a count may rank. */
  freshHours: z.int().min(1).max(720).default(48),
  everyMinutes: z.int().min(5).max(1_440).default(30),
  threads: z.array(Mapping).max(500).default([]),
});
export type Origin = z.output<typeof Origin>;

/** A site's fields, held to what its kind needs; `kinds` are those that can be pulled. */
export function admitOrigin(body: unknown, kinds: Readonly<Record<string, Kind>>): Verdict<Origin> {
  const parsed = parseWith(Origin, body);
  if (!parsed.ok) return parsed;
  const origin = parsed.value;
  const twice = repeated(origin.threads.map(({ thread }) => thread));
  if (twice.length > 0) return refuse(...twice);
  if (origin.kind === PUSH) return admitPush(origin);
  const kind = Object.hasOwn(kinds, origin.kind) ? kinds[origin.kind] : undefined;
  if (!kind) {
    const known = [PUSH, ...Object.keys(kinds)].join(', ');
    return refuse({ path: 'kind', message: `Use one of: ${known}.` });
  }
  return admitPulled(origin, kind);
}

function admitPush(origin: Origin): Verdict<Origin> {
  const problems: Problem[] = [];
  if (Object.keys(origin.settings).length > 0)
    problems.push({ path: 'settings', message: 'A site that sends its counts has no settings.' });
  if (origin.threads.length > 0)
    problems.push({ path: 'threads', message: 'A site that sends its counts names the topic in each.' });
  if (origin.key) problems.push({ path: 'key', message: 'Nothing is pulled here; use "secret".' });
  return problems.length > 0 ? refuse(...problems) : admit(origin);
}

function admitPulled(origin: Origin, kind: Kind): Verdict<Origin> {
  const settings = parseWith(kind.settings, origin.settings);
  const problems = settings.ok ? [] : settings.problems.map((problem) => under('settings', problem));
  origin.threads.forEach(({ thread }, at) => {
    const fits = parseWith(kind.thread, thread);
    if (!fits.ok) problems.push(...fits.problems.map((problem) => under(`threads.${at}.thread`, problem)));
  });
  if (kind.needsKey && origin.key === null) problems.push({ path: 'key', message: 'This kind needs a key.' });
  if (problems.length > 0 || !settings.ok) return refuse(...problems);
  return admit({ ...origin, settings: settings.value as Origin['settings'] });
}

const under = (path: string, problem: Problem): Problem => ({
  ...problem,
  path: problem.path === '' ? path : `${path}.${problem.path}`,
});

function repeated(threads: readonly string[]): Problem[] {
  return threads.flatMap((thread, at) =>
    threads.indexOf(thread) < at
      ? [{ path: `threads.${at}.thread`, message: 'This thread is already given a topic above.' }]
      : [],
  );
}
