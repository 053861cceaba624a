/** What a measure is called: its own label, and for money in which currency and of which date, so that no face leaves it out. */
import type { Measure } from '../domain/record/measure.ts';
import type { TopicRecord } from '../domain/record/record.ts';
import { unitLabel } from './unit-words.ts';
import { countedIn } from './wording.ts';
import { wordsOf } from './words/words.ts';

type NamedMeasure = Pick<Measure, 'id' | 'label' | 'prices'>;

/** "Damage (euros of 2025)"; any other measure by its label alone, and so is money whose label says all of it. */
export function measureLabel(measure: NamedMeasure, record: TopicRecord, lang: string): string {
  const money = moneyLabel(measure, record, lang);
  const { label } = measure;
  return money === null || label.includes(money) ? label : wordsOf(lang).figures.inMoney(label, money);
}

/** Why two measures of one metric are not set beside one another where their money differs; null where it does not. */
export function otherMoney(
  a: NamedMeasure,
  b: NamedMeasure,
  record: TopicRecord,
  lang: string,
): string | null {
  const [own, other] = [moneyLabel(a, record, lang), moneyLabel(b, record, lang)];
  if (own === null || other === null || own === other) return null;
  return wordsOf(lang).figures.otherMoney(own, other);
}

function moneyLabel({ id, prices }: NamedMeasure, record: TopicRecord, lang: string): string | null {
  const unit = countedIn({ measure: id }, record);
  return unit.currency === null ? null : unitLabel(unit, prices, lang);
}
