/** The checks on how a figure was made: days that cannot be are refused, days that should not be are warned of. */
import type { Gauge } from '../figure/quantity.ts';
import type { Problem } from '../problem.ts';
import type { Claim } from './claim.ts';
import { lastDay } from './date.ts';
import type { Warning } from './entry.ts';
import type { Method } from './method.ts';

/** Days that cannot be, and points where the measure's numbers are parts of one. */
export function methodProblems({ method, published }: Claim, gauge: Gauge | null): Problem[] {
  if (!method) return [];
  const { fieldFrom, fieldTo, margin: around } = method;
  const problems: Problem[] = [];
  const say = (field: keyof Method, message: string) => problems.push({ path: `method.${field}`, message });
  if (fieldFrom !== null && fieldTo !== null && fieldFrom > fieldTo)
    say('fieldFrom', `The field dates end (${fieldTo}) before they start (${fieldFrom}).`);
  const [field, last] =
    fieldTo === null ? (['fieldFrom', fieldFrom] as const) : (['fieldTo', fieldTo] as const);
  if (last !== null && published !== null && lastDay(published.date) < last)
    say(field, `The page (${published.date}) is older than the days on which the data came in (${last}).`);
  if (gauge?.whole === 1 && around !== null && around >= 1)
    say('margin', 'Of a percentage give the margin as a part of one: 0.028 for 2.8 points.');
  return problems;
}

/** A figure said before its data were whole, or with days to come; `today` is a day of our clock. */
export function methodWarnings({ method, said }: Claim, today: string): Warning[] {
  const last = method?.fieldTo ?? method?.fieldFrom ?? null;
  if (!method || last === null) return [];
  const path = `method.${method.fieldTo === null ? 'fieldFrom' : 'fieldTo'}`;
  if (last > today) return [{ code: 'future', path, message: 'This date is in the future.' }];
  if (said === null || lastDay(said.date) >= last) return [];
  const message = `The data came in until ${last}, after the figure was said (${said.date}).`;
  return [{ code: 'fieldwork', path, message }];
}
