/** Validation of metrics and units that an editor or a reviewed file brings: what they name exists, and which version each is. */
import { z } from 'zod';
import type { HeldCodebook } from '../domain/record/metric.ts';
import { isSameDefinition, Metric, misfitOf, SentMetric } from '../domain/record/metric.ts';
import { isSameUnit, SentUnit, Unit, unitIn } from '../domain/record/unit.ts';
import { admit, type Problem, parseWith, refuse, type Verdict } from './verdict.ts';

/** How many may come at once. */
const MOST = 2_000;

/** One of them, or `{items}`: the list, and how its sender wrote the path of a field. */
function listed(body: unknown): { items: unknown; named: (path: string) => string } {
  const several = typeof body === 'object' && body !== null && 'items' in body ? body.items : undefined;
  if (several === undefined) return { items: [body], named: (path) => path.replace(/^0\.?/, '') };
  return { items: several, named: (path) => (path === '' ? 'items' : `items.${path}`) };
}

/** What is known of the codebook: as it stands, and whether a topic's log holds a metric or unit already. */
export interface CodebookContext {
  codebook: HeldCodebook;
  isUsed: (use: { kind: 'metric' | 'unit'; id: string }) => boolean;
}

/** The metrics as they are to be stored, each with its version; one that stands so already among them. */
export function admitMetrics(body: unknown, { codebook, isUsed }: CodebookContext): Verdict<Metric[]> {
  const { items, named } = listed(body);
  const parsed = parseWith(z.array(SentMetric).min(1, 'Give at least one.').max(MOST), items);
  if (!parsed.ok) return { ok: false, problems: parsed.problems.map((each) => at(named, each)) };
  const coming = new Set(parsed.value.map(({ id }) => id));
  const problems: Problem[] = [];
  const metrics = parsed.value.map((sent, place) => {
    const say = (path: string, message: string) =>
      problems.push({ path: named(`${place}.${path}`), message });
    if (parsed.value.findIndex(({ id }) => id === sent.id) < place)
      say('id', `"${sent.id}" stands here twice.`);
    sent.apart.forEach(({ metric }, n) => {
      if (!coming.has(metric) && !codebook.metrics.has(metric))
        say(`apart.${n}.metric`, `There is no metric "${metric}": add it first, or beside this one.`);
    });
    const unit = sent.unit === null ? null : unitIn(codebook.units, sent.unit);
    if (sent.unit !== null && unit === null)
      say(
        'unit',
        `There is no unit "${sent.unit}": add it with POST /v1/units or at the desk, or give a currency (EUR) or a unit of Intl (hectare).`,
      );
    else if (sent.unit !== null || sent.quantity !== 'money') {
      const misfit = misfitOf(sent.quantity, unit);
      if (misfit !== null) say('unit', misfit);
    }
    const now = Metric.parse({ ...sent, version: 1 });
    const held = codebook.metrics.get(sent.id);
    if (
      held &&
      (held.unit !== now.unit || held.quantity !== now.quantity) &&
      isUsed({ kind: 'metric', id: sent.id })
    )
      say(
        held.unit === now.unit ? 'quantity' : 'unit',
        'Topics count in this metric as it is: give another unit or quantity a metric of its own.',
      );
    const version = versionOf(sent.version, held, held !== undefined && isSameDefinition(held, now));
    if (typeof version === 'string') say('version', version);
    return { ...now, version: typeof version === 'number' ? version : 1 };
  });
  return problems.length > 0 ? refuse(...problems) : admit(metrics);
}

/** The units as they are to be stored, each with its version; one that stands so already among them. */
export function admitUnits(body: unknown, { codebook, isUsed }: CodebookContext): Verdict<Unit[]> {
  const { items, named } = listed(body);
  const parsed = parseWith(z.array(SentUnit).min(1, 'Give at least one.').max(MOST), items);
  if (!parsed.ok) return { ok: false, problems: parsed.problems.map((each) => at(named, each)) };
  const problems: Problem[] = [];
  const units = parsed.value.map((sent, place) => {
    const say = (path: string, message: string) =>
      problems.push({ path: named(`${place}.${path}`), message });
    if (parsed.value.findIndex(({ id }) => id === sent.id) < place)
      say('id', `"${sent.id}" stands here twice.`);
    const now = Unit.parse({ ...sent, version: 1 });
    const held = codebook.units.get(sent.id);
    const same = held !== undefined && isSameUnit(held, now);
    if (held && !same && isUsed({ kind: 'unit', id: sent.id }))
      say('ucum', 'Topics count in this unit as it is: give another one an id of its own.');
    const version = versionOf(sent.version, held, same);
    if (typeof version === 'string') say('version', version);
    return { ...now, version: typeof version === 'number' ? version : 1 };
  });
  return problems.length > 0 ? refuse(...problems) : admit(units);
}

const at = (named: (path: string) => string, { path, message }: Problem): Problem => ({
  path: named(path),
  message,
});

/** The version to store, or why the one sent is none. Its number is given here, so that two editors cannot both take it. */
function versionOf(
  sent: number | null,
  held: { version: number } | undefined,
  same: boolean,
): number | string {
  if (held === undefined) return sent ?? 1;
  if (sent === null) return same ? held.version : held.version + 1;
  if (sent > held.version) return sent;
  if (sent === held.version && same) return sent;
  return sent < held.version
    ? `This is at version ${held.version}: leave the version out, or send ${held.version + 1}.`
    : `Version ${held.version} means something else: leave the version out, or send ${held.version + 1}.`;
}
