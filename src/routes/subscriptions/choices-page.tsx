/** The choices of a digest, behind a signed link: topics, schedule, language; end it, take it up, see what is kept, erase it. */

import type { Subscription } from '../../domain/digest/subscriber.ts';
import type { Problem } from '../../domain/problem.ts';
import { OneButton, Wrong } from '../../layout/form.tsx';
import { linked, rich } from '../../layout/rich.tsx';
import { useLanguage, useWords } from '../../layout/speaking.ts';
import { dueWords } from '../../projections/subscription.ts';
import { CadenceField, type TopicChoice, TopicFields } from './subscribe-form.tsx';
import { ZoneField } from './zone-field.tsx';

export interface ChoicesProps {
  /** The page's own path, with its token. */
  path: string;
  subscription: Subscription;
  topics: readonly TopicChoice[];
  languages: Readonly<Record<string, string>>;
  problems: readonly Problem[];
  saved: boolean;
}

export const ChoicesPage = ({ path, subscription, topics, languages, problems, saved }: ChoicesProps) => {
  const lang = useLanguage();
  const { choices: words, subscriptions } = useWords();
  return (
    <>
      <p class="standfirst">
        {subscription.state === 'active' && subscription.nextDueAt !== null
          ? words.due(subscription.email, dueWords(subscription.nextDueAt, subscription.zone, lang))
          : words.none(subscription.email)}
      </p>
      {saved && (
        <p class="notice" role="status">
          {words.saved}
        </p>
      )}
      <Wrong problems={problems} shown={[]} />
      {subscription.state !== 'active' && <OneButton action={`${path}/resume`} label={words.resume} />}
      <form method="post" action={path} class="form">
        <TopicFields topics={withChosen(topics, subscription.topics)} chosen={subscription.topics} />
        <fieldset>
          <legend>{subscriptions.howOften}</legend>
          <CadenceField cadence={subscription.cadence} />
          <p class="row">
            <Choice
              label={words.weekday}
              name="weekday"
              chosen={String(subscription.weekday)}
              options={words.weekdays.map((day, at) => [String(at + 1), day] as const)}
            />
            <Choice label={words.hour} name="hour" chosen={String(subscription.hour)} options={HOURS} />
          </p>
          <label>
            <input type="checkbox" name="stillQuiet" value="on" checked={subscription.stillQuiet} />{' '}
            {words.stillQuiet}
          </label>
        </fieldset>
        <ZoneField zone={subscription.zone} />
        <p class="field">
          <Choice
            label={words.language}
            name="lang"
            chosen={subscription.lang}
            options={Object.entries(languages)}
          />
        </p>
        <p>
          <button type="submit">{words.keep}</button>
        </p>
      </form>
      <section class="section">
        <h2>{words.end}</h2>
        {subscription.state === 'active' && (
          <OneButton action={`${path}/unsubscribe`} label={words.unsubscribe} />
        )}
        <p>{rich(words.kept, { export: linked(`${path}/export`), erase: linked(`${path}/erase`) })}</p>
      </section>
      <p class="fine">{words.open}</p>
    </>
  );
};

/** A topic that was chosen stays a choice, also where there are more than the form offers. */
function withChosen(topics: readonly TopicChoice[], chosen: '*' | readonly string[]): readonly TopicChoice[] {
  const offered = new Set(topics.map(({ slug }) => slug));
  const others = chosen === '*' ? [] : chosen.filter((slug) => !offered.has(slug));
  return [...topics, ...others.map((slug) => ({ slug, title: slug }))];
}

const HOURS = Array.from(
  { length: 24 },
  (_, hour) => [String(hour), `${String(hour).padStart(2, '0')}:00`] as const,
);

const Choice = ({
  label,
  name,
  chosen,
  options,
}: {
  label: string;
  name: string;
  chosen: string;
  options: readonly (readonly [value: string, words: string])[];
}) => (
  <>
    <label for={`form-${name}`}>{label}</label>{' '}
    <select id={`form-${name}`} name={name}>
      {options.map(([value, words]) => (
        <option value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>{' '}
  </>
);
