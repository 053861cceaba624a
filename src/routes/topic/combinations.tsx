/** A measure with dimensions on the topic's page: a choice for each, what was asked in full, how many combinations are shown. */
import { linked, rich } from '../../layout/rich.tsx';
import type { DimensionedView, TopicView } from '../../projections/topic-view.ts';
import { wordsOf } from '../../projections/words/words.ts';

interface CombinationsProps {
  view: TopicView;
  measure: DimensionedView;
  /** The parameters of the page: what was picked, and what a further choice keeps. */
  asked: URLSearchParams;
  lang: string;
}

export const Combinations = ({ view, measure, asked, lang }: CombinationsProps) => {
  const words = wordsOf(lang).dimensions;
  const { shown, all } = measure.combinations;
  const isPicked = asked.has('measure') || asked.has('dimension');
  const csv = `/v1/topics/${view.topic.slug}/claims.csv?measure=${measure.measure}`;
  return (
    <>
      {all > 1 && <Choices view={view} measure={measure} asked={asked} lang={lang} />}
      {wordings(view, measure).map(([label, text]) => (
        <p class="fine">{words.value(label, text)}</p>
      ))}
      {shown === 0 && <p>{words.none}</p>}
      <p class="fine">
        {rich(words.extent, { shown: words.shown(shown, all), csv: linked(csv) })}
        {isPicked && (
          <>
            {' '}
            <a href={view.topic.url}>{words.whole}</a>
          </>
        )}
      </p>
      {asksSeveral(measure) && <p class="fine">{words.apart.question}</p>}
    </>
  );
};

/** What other parameters of the page say is kept; the measure and the values are chosen. */
const KEPT = ['known_at', 'said_by', 'scheme', 'lang'];

const Choices = ({ view, measure, asked, lang }: CombinationsProps) => {
  const words = wordsOf(lang).dimensions;
  const picked = pickedIn(view, measure, asked);
  return (
    <form class="choices" method="get" action={view.topic.url}>
      <input type="hidden" name="measure" value={measure.measure} />
      {KEPT.map((name) => {
        const value = asked.get(name);
        return value && <input type="hidden" name={name} value={value} />;
      })}
      {measure.dimensions.map(({ id, label, values }) => {
        const used = values.filter(({ combinations }) => combinations > 0);
        return (
          used.length > 1 && (
            <label>
              {label}{' '}
              <select name="dimension">
                <option value="">{words.any}</option>
                {used.map((value) => (
                  <option value={`${id}_${value.id}`} selected={picked.has(`${id}_${value.id}`)}>
                    {words.option(value.label, value.combinations)}
                  </option>
                ))}
              </select>
            </label>
          )
        );
      })}
      <button type="submit">{words.show}</button>
    </form>
  );
};

/** What the reader picked, as "party_women"; of a measure that opens with some of its combinations, what those are of. */
function pickedIn(view: TopicView, measure: DimensionedView, asked: URLSearchParams): ReadonlySet<string> {
  const own = asked.getAll('dimension').flatMap((text) => text.split('.'));
  const { shown, all } = measure.combinations;
  const opening = view.measures.find(({ id }) => shown < all && id === measure.opening[0]);
  const usual = (opening?.dimensions ?? []).filter(({ kind }) => kind !== 'answer');
  return new Set([...own, ...usual.map(({ id, value }) => `${id}_${value}`)]);
}

/** The whole wording of each question shown, and each other value that has a definition. */
function wordings({ measures }: TopicView, { measure, dimensions }: DimensionedView): [string, string][] {
  const shown = measures.filter(({ base }) => base === measure).flatMap((each) => each.dimensions);
  return dimensions.flatMap(({ id, kind, label, values }) =>
    values
      .filter((value) => kind === 'question' || value.definition !== null)
      .filter((value) => shown.some((each) => each.id === id && each.value === value.id))
      .map(({ label: text, definition }): [string, string] => [
        label,
        [text, definition].filter(Boolean).join(' – '),
      ]),
  );
}

const asksSeveral = ({ dimensions }: DimensionedView): boolean =>
  dimensions.some(
    ({ kind, values }) =>
      kind === 'question' && values.filter(({ combinations }) => combinations > 0).length > 1,
  );
