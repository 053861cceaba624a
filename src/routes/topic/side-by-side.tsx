/** Two sources side by side: a form that picks them without a script, and what lies between their figures. */
import { Words } from '../../../widget/view/words.tsx';
import type { TopicView } from '../../projections/topic-view.ts';
import { wordsOf } from '../../projections/words/words.ts';

interface SideBySideProps {
  view: TopicView;
  /** Of the page's own words. */
  lang: string;
  /** The page's own parameters: the answer keeps all but the pair. */
  asked: URLSearchParams;
}

export const SideBySide = ({ view, lang, asked }: SideBySideProps) => {
  const words = wordsOf(lang).comparison;
  const named = view.sources.filter(({ kind }) => kind !== 'unattributed');
  if (named.length < 2) return null;
  const { a, b } = view.compared ?? {};
  const kept = [...asked].filter(([name]) => name !== 'compare' && name !== 'with');
  const form = {
    compare: [words.form.first, a ?? named[0]?.id],
    with: [words.form.second, b ?? named[1]?.id],
  };
  return (
    <section class="section" id="compare">
      <h2>{words.form.heading}</h2>
      <form method="get" action={`${view.topic.url}#compare`} class="choices">
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {Object.entries(form).map(([name, [label, chosen]]) => (
          <label>
            {label}{' '}
            <select name={name}>
              {named.map((source) => (
                <option value={source.id} selected={source.id === chosen}>
                  {source.name}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit">{words.form.button}</button>
      </form>
      {view.compared && <Answer view={view} none={view.compared.none} lang={lang} />}
    </section>
  );
};

const Answer = ({ view, none, lang }: { view: TopicView; none: string | null; lang: string }) => {
  const { measured } = wordsOf(lang).comparison.form;
  return (
    <div role="status">
      {none && (
        <p>
          <Words text={none} />
        </p>
      )}
      <ul>
        {view.measures.flatMap(({ label, relations }) =>
          relations.map(({ text }) => (
            <li>
              <Words text={measured(label, text)} />
            </li>
          )),
        )}
      </ul>
    </div>
  );
};

/** The lowest and the highest figure of each measure of a family, under its table. */
export const Ends = ({
  view,
  measures,
  lang,
}: {
  view: TopicView;
  measures: readonly string[];
  lang: string;
}) => {
  const own = view.measures.filter(({ id }) => measures.includes(id));
  const { ends, form } = wordsOf(lang).comparison;
  return (
    <>
      {own.flatMap(({ label, relations }) =>
        relations.map(({ text }) => (
          <p class="fine">
            <Words text={form.measured(own.length > 1 ? `${ends}, ${label}` : ends, text)} />
          </p>
        )),
      )}
    </>
  );
};
