/** What a measure is called: its own label, with the unit that it leaves out, and for money of which date: no face may lose them. */
import type { Quantity } from '../domain/figure/quantity.ts';
import type { Measure } from '../domain/record/measure.ts';
import type { TopicRecord } from '../domain/record/record.ts';
import { unitLabel } from './unit-words.ts';
import { countedIn } from './wording.ts';
import { wordsOf } from './words/words.ts';

type NamedMeasure = Pick<Measure, 'id' | 'label' | 'prices'>;

/** "Damage (euros of 2025)", "The outage (hours)"; a count and a share by their labels alone, and what says its unit. */
export function measureLabel(measure: NamedMeasure, record: TopicRecord, lang: string): string {
  const { label } = measure;
  const { inMoney, inUnit } = wordsOf(lang).figures;
  const money = moneyLabel(measure, record, lang);
  if (money !== null) return label.includes(money) ? label : inMoney(label, money);
  const unit = MEASURED.has(quantityOf(measure, record) ?? '')
    ? unitLabel(countedIn({ measure: measure.id }, record), null, lang)
    : null;
  return unit === null || label.toLowerCase().includes(unit.toLowerCase()) ? label : inUnit(label, unit);
}

/** What is counted is named by what is counted; these have numbers that say nothing without their unit. */
const MEASURED: ReadonlySet<string> = new Set(['amount', 'rate', 'duration'] satisfies Quantity[]);

const quantityOf = ({ id }: NamedMeasure, { measures, metrics }: TopicRecord): Quantity | null =>
  metrics.get(measures.get(id)?.metric ?? '')?.quantity ?? null;

/** Why two measures of one metric are not set beside one another where their money differs; null where it does not. */
export function otherMoney(
  a: NamedMeasure,
  b: NamedMeasure,
  record: TopicRecord,
  lang: string,
): string | null {
  const [own, other] = [moneyLabel(a, record, lang), moneyLabel(b, record, lang)];
  if (own === null || other === null || own === other) return null;
  // The same from either side, so that a page that shows both says it once.
  const [one, another] = [own, other].sort() as [string, string];
  return wordsOf(lang).figures.otherMoney(one, another);
}

function moneyLabel({ id, prices }: NamedMeasure, record: TopicRecord, lang: string): string | null {
  const unit = countedIn({ measure: id }, record);
  return unit.currency === null ? null : unitLabel(unit, prices, lang);
}
