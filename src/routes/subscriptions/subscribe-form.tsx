/** The form that subscribes: whole on its own page, small on a topic's page. */
import type { Problem } from '../../domain/problem.ts';
import { Field, ForAnonymous, Wrong } from '../../layout/form.tsx';
import { linked, rich } from '../../layout/rich.tsx';
import { useLanguage, useWords } from '../../layout/speaking.ts';
import { cadenceChoices } from '../../projections/subscription.ts';
import { ZoneField } from './zone-field.tsx';

export interface TopicChoice {
  slug: string;
  title: string;
}

/** On a topic's page: that topic, daily; everything else can be chosen after the confirmation. */
export const SmallSubscribeForm = ({ slug, siteKey }: { slug: string; siteKey: string | null }) => {
  const {
    forms,
    subscriptions: { small: words },
  } = useWords();
  return (
    <section class="section" id="subscribe">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <form method="post" action="/subscriptions" class="form inline">
        <input type="hidden" name="topic" value={slug} />
        <Field label={forms.email} name="email" type="email" autocomplete="email" required form="subscribe" />
        <ForAnonymous siteKey={siteKey} />
        <p>
          <button type="submit">{words.button}</button>
        </p>
      </form>
      <p class="fine">{rich(words.foot, { more: linked(`/subscriptions?topic=${slug}`) })}</p>
    </section>
  );
};

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
  /** As it was given; what is no cadence stands for the usual one. */
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
  problems: readonly Problem[];
}) => {
  const { forms, subscriptions: words } = useWords();
  return (
    <>
      <p class="standfirst">{words.standfirst}</p>
      <Wrong problems={problems} shown={['email']} />
      <form method="post" action="/subscriptions" class="form">
        <Field
          label={forms.email}
          name="email"
          type="email"
          autocomplete="email"
          required
          value={values.email}
          problems={problems}
        />
        <TopicFields topics={topics} chosen={values.topics} />
        <fieldset>
          <legend>{words.howOften}</legend>
          <CadenceField cadence={values.cadence} />
        </fieldset>
        <ZoneField zone={values.timezone} />
        <ForAnonymous siteKey={siteKey} />
        <p>
          <button type="submit">{words.ask}</button>
        </p>
      </form>
      <p class="fine">{words.promise}</p>
    </>
  );
};

export const TopicFields = ({
  topics,
  chosen,
}: {
  topics: readonly TopicChoice[];
  chosen: '*' | readonly string[];
}) => (
  <fieldset>
    <legend>{useWords().subscriptions.topics}</legend>
    <label>
      <input type="checkbox" name="topic" value="*" checked={chosen === '*'} />{' '}
      {useWords().subscriptions.allTopics}
    </label>
    {topics.map(({ slug, title }) => (
      <label>
        <input type="checkbox" name="topic" value={slug} checked={chosen !== '*' && chosen.includes(slug)} />{' '}
        {title}
      </label>
    ))}
  </fieldset>
);

export const CadenceField = ({ cadence: given }: { cadence: string }) => (
  <>
    {cadenceChoices(given, useLanguage()).map(({ cadence, words, chosen }) => (
      <label>
        <input type="radio" name="cadence" value={cadence} checked={chosen} /> {words}
      </label>
    ))}
  </>
);
