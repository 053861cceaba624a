/** The form that subscribes: whole on its own page, small on a topic's page. */
import { Field, ForAnonymous, type FormProblem, Wrong } from '../../layout/form.tsx';
import { ZoneField } from './zone-field.tsx';

export interface TopicChoice {
  slug: string;
  title: string;
}

/** On a topic's page: that topic, daily; everything else can be chosen after the confirmation. */
export const SmallSubscribeForm = ({ slug, siteKey }: { slug: string; siteKey: string | null }) => (
  <section class="section" id="subscribe">
    <h2>Be told when it changes</h2>
    <p>A mail in the morning, on the days on which a source has said something new, and on no other.</p>
    <form method="post" action="/subscriptions" class="form inline">
      <input type="hidden" name="topic" value={slug} />
      <Field label="Email address" name="email" type="email" autocomplete="email" required form="subscribe" />
      <ForAnonymous siteKey={siteKey} />
      <p>
        <button type="submit">Subscribe</button>
      </p>
    </form>
    <p class="fine">
      Nothing is sent before you confirm.{' '}
      <a href={`/subscriptions?topic=${slug}`}>Several topics, or weekly</a>.
    </p>
  </section>
);

/** The part of a topic page: the same for everyone. */
export function subscribePart(siteKey: string | null) {
  return async ({ view }: { view: { topic: { slug: string } } }) => ({
    body: <SmallSubscribeForm slug={view.topic.slug} siteKey={siteKey} />,
    own: false,
  });
}

export interface SubscribeValues {
  email: string;
  topics: '*' | readonly string[];
  cadence: string;
  timezone: string;
}

export const SubscribePage = ({
  topics,
  values,
  siteKey,
  problems,
}: {
  topics: readonly TopicChoice[];
  values: SubscribeValues;
  siteKey: string | null;
  problems: readonly FormProblem[];
}) => (
  <>
    <p class="standfirst">
      What changed since your last one: each source, from what to what, who and where. Nothing new, no mail.
    </p>
    <Wrong problems={problems} shown={['email']} />
    <form method="post" action="/subscriptions" class="form">
      <Field
        label="Email address"
        name="email"
        type="email"
        autocomplete="email"
        required
        value={values.email}
        problems={problems}
      />
      <TopicFields topics={topics} chosen={values.topics} />
      <fieldset>
        <legend>How often</legend>
        <CadenceField cadence={values.cadence} />
      </fieldset>
      <ZoneField zone={values.timezone} />
      <ForAnonymous siteKey={siteKey} />
      <p>
        <button type="submit">Mail me a link to confirm</button>
      </p>
    </form>
    <p class="fine">
      No pixel, no counted clicks. Each mail ends with a link that stops them; the choices page gives or
      erases all that is kept.
    </p>
  </>
);

export const TopicFields = ({
  topics,
  chosen,
}: {
  topics: readonly TopicChoice[];
  chosen: '*' | readonly string[];
}) => (
  <fieldset>
    <legend>Topics</legend>
    <label>
      <input type="checkbox" name="topic" value="*" checked={chosen === '*'} /> All, also those to come
    </label>
    {topics.map(({ slug, title }) => (
      <label>
        <input type="checkbox" name="topic" value={slug} checked={chosen !== '*' && chosen.includes(slug)} />{' '}
        {title}
      </label>
    ))}
  </fieldset>
);

export const CadenceField = ({ cadence }: { cadence: string }) => (
  <>
    <label>
      <input type="radio" name="cadence" value="daily" checked={cadence !== 'weekly'} /> Every day on which
      something changed
    </label>
    <label>
      <input type="radio" name="cadence" value="weekly" checked={cadence === 'weekly'} /> Once a week
    </label>
  </>
);
