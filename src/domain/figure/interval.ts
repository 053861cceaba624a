/** Where a figure says that the number lies: by its own ends, or by a scheme's reading of vague words. */
import { readFigure, type Scheme } from './vagueness.ts';
import { type Interval, isVague, statedInterval, type Value } from './value.ts';

/** Its ends, or the scheme's for vague words; null when neither. */
export function intervalOf(value: Value, scheme: Scheme): Interval | null {
  return isVague(value) ? readFigure(value, scheme) : statedInterval(value);
}
