/** The choices of a digest, behind a signed link: topics, schedule, language; end it, take it up, see what is kept, erase it. */
import type { Subscription } from '../../domain/digest/subscriber.ts';
import { type FormProblem, OneButton, Wrong } from '../../layout/form.tsx';
import { dueWords, WEEKDAYS } from '../../projections/subscription.ts';
import { CadenceField, type TopicChoice, TopicFields } from './subscribe-form.tsx';
import { ZoneField } from './zone-field.tsx';

export interface ChoicesProps {
  /** The page's own path, with its token. */
  path: string;
  subscription: Subscription;
  topics: readonly TopicChoice[];
  languages: Readonly<Record<string, string>>;
  problems: readonly FormProblem[];
  saved: boolean;
}

export const ChoicesPage = ({ path, subscription, topics, languages, problems, saved }: ChoicesProps) => (
  <>
    <p class="standfirst">
      {subscription.state === 'active' && subscription.nextDueAt !== null
        ? `The digest for ${subscription.email} is next due on ${dueWords(subscription.nextDueAt, subscription.zone)}.`
        : `No digest is sent to ${subscription.email}.`}
    </p>
    {saved && (
      <p class="notice" role="status">
        Your choices are kept.
      </p>
    )}
    <Wrong problems={problems} shown={[]} />
    {subscription.state !== 'active' && (
      <OneButton action={`${path}/resume`} label="Send it again from now on" />
    )}
    <form method="post" action={path} class="form">
      <TopicFields topics={withChosen(topics, subscription.topics)} chosen={subscription.topics} />
      <fieldset>
        <legend>How often</legend>
        <CadenceField cadence={subscription.cadence} />
        <p class="row">
          <Choice label="If weekly, on" name="weekday" chosen={String(subscription.weekday)} options={DAYS} />
          <Choice label="At" name="hour" chosen={String(subscription.hour)} options={HOURS} />
        </p>
        <label>
          <input type="checkbox" name="stillQuiet" value="on" checked={subscription.stillQuiet} /> When
          nothing changed, a line that says so
        </label>
      </fieldset>
      <ZoneField zone={subscription.zone} />
      <p class="field">
        <Choice
          label="Dates and numerals in"
          name="lang"
          chosen={subscription.lang}
          options={Object.entries(languages)}
        />
      </p>
      <p>
        <button type="submit">Keep these choices</button>
      </p>
    </form>
    <section class="section">
      <h2>End it</h2>
      {subscription.state === 'active' && <OneButton action={`${path}/unsubscribe`} label="Unsubscribe" />}
      <p>
        <a href={`${path}/export`}>All that is kept about this subscription, as JSON</a>, or{' '}
        <a href={`${path}/erase`}>erase it with the address</a>.
      </p>
    </section>
    <p class="fine">This page is open to whoever has its address, for an hour. Do not pass it on.</p>
  </>
);

/** A topic that was chosen stays a choice, also where there are more than the form offers. */
function withChosen(topics: readonly TopicChoice[], chosen: '*' | readonly string[]): readonly TopicChoice[] {
  const offered = new Set(topics.map(({ slug }) => slug));
  const others = chosen === '*' ? [] : chosen.filter((slug) => !offered.has(slug));
  return [...topics, ...others.map((slug) => ({ slug, title: slug }))];
}

const DAYS = WEEKDAYS.map((day, at) => [String(at + 1), day] as const);
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
