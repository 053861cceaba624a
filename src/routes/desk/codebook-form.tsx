/** Plain forms for a metric and a unit: their words in any language, a line each, and what they are of. */

import type { Metric } from '../../domain/record/metric.ts';
import type { Translated } from '../../domain/record/translated.ts';
import { QUANTITIES } from '../../projections/reference.ts';
import { DeskForm, type Seat } from './desk-page.tsx';

/** "en: Killed" on a line of its own for each language; a line without a tag is English. */
export function textsOf(lines: string): Record<string, string> | null {
  const texts = lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*):\s*(.*)$/.exec(line)?.slice(1) ?? ['en', line])
    .map(([lang = 'en', text = '']) => [lang, text] as const);
  return texts.length === 0 ? null : Object.fromEntries(texts);
}

const linesOf = (texts: Translated): string =>
  Object.entries(texts)
    .map(([lang, text]) => `${lang}: ${text}`)
    .join('\n');

/** "excess-deaths en: Those are estimated." on a line for each metric kept apart. */
export function apartOf(lines: string): { metric: string; why: string | Record<string, string> }[] {
  const found = new Map<string, string[]>();
  for (const line of lines.split(/\r?\n/).filter((each) => each.trim() !== '')) {
    const [metric = '', ...why] = line.trim().split(/\s+/);
    found.set(metric, [...(found.get(metric) ?? []), why.join(' ')]);
  }
  return [...found].map(([metric, whys]) => ({ metric, why: textsOf(whys.join('\n')) ?? '' }));
}

const apartLines = ({ apart }: Metric): string =>
  apart
    .flatMap(({ metric, why }) => Object.entries(why).map(([lang, text]) => `${metric} ${lang}: ${text}`))
    .join('\n');

const Lines = ({ name, label, value = '' }: { name: string; label: string; value?: string }) => (
  <label>
    {label}{' '}
    <textarea name={name} rows={2} maxLength={20_000}>
      {value}
    </textarea>
  </label>
);

/** Of a metric that stands, its fields filled in: another definition is a new version. */
export const MetricForm = ({ at, metric, back }: { at: Seat; metric: Metric | null; back: string }) => (
  <DeskForm at={at} to="/desk/codebook/metrics" back={back}>
    <p class="fine">One line for each language: “en: Killed”, “uk: Загинули”.</p>
    {metric === null ? (
      <label>
        Id <input type="text" name="id" required maxLength={80} placeholder="buildings-destroyed" />
      </label>
    ) : (
      <input type="hidden" name="id" value={metric.id} />
    )}
    <Lines name="label" label="Label" value={metric ? linesOf(metric.label) : ''} />
    <Lines name="definition" label="Definition" value={metric ? linesOf(metric.definition) : ''} />
    <label>
      Kind of quantity{' '}
      <select name="quantity">
        {QUANTITIES.map((quantity) => (
          <option value={quantity} selected={quantity === metric?.quantity}>
            {quantity}
          </option>
        ))}
      </select>
    </label>
    <label>
      <input type="checkbox" name="signed" value="yes" checked={metric?.signed ?? false} /> A difference,
      which may lie below zero
    </label>
    <label>
      Unit{' '}
      <input
        type="text"
        name="unit"
        maxLength={80}
        value={metric?.unit ?? ''}
        placeholder="people, hectare, day"
      />
    </label>
    <Lines
      name="apart"
      label="Not to be set beside (id of a metric, then why)"
      value={metric ? apartLines(metric) : ''}
    />
    <button type="submit">{metric === null ? 'Add the metric' : 'Store it'}</button>
  </DeskForm>
);

export const UnitForm = ({ at, back }: { at: Seat; back: string }) => (
  <DeskForm at={at} to="/desk/codebook/units" back={back}>
    <label>
      Id <input type="text" name="id" required maxLength={80} placeholder="villages" />
    </label>
    <Lines name="singular" label="Word for one" />
    <Lines name="plural" label="Word for several" />
    <label>
      UCUM code, where it has one <input type="text" name="ucum" maxLength={60} />
    </label>
    <label>
      Unit of Intl, where it is one <input type="text" name="intl" maxLength={60} />
    </label>
    <button type="submit">Add the unit</button>
  </DeskForm>
);
