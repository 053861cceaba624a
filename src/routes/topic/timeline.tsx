/** What was said, in order: each statement with its date, its words, its way to us, and an address to it. */
import { Words } from '../../../widget/view/words.tsx';
import { linked, rich } from '../../layout/rich.tsx';
import { labelWords } from '../../projections/role-words.ts';
import type { MeasureView, StatementView, TopicView } from '../../projections/topic-view.ts';
import { wordsOf } from '../../projections/words/words.ts';

export const Timeline = ({ view, lang }: { view: TopicView; lang: string }) => {
  const words = wordsOf(lang).topicPage;
  const measures = new Map(view.measures.map((measure) => [measure.id, measure]));
  return (
    <>
      <ol class="timeline">
        {view.statements.map((statement) => (
          <Statement
            statement={statement}
            label={labelOf(measures.get(statement.measure ?? ''), statement, view.lang)}
            lang={lang}
            discuss={`/t/${view.topic.slug}/comments/new?claim=${encodeURIComponent(statement.claim)}`}
          />
        ))}
      </ol>
      <p class="fine">
        {rich(words.newest(view.statements.length), { all: linked(`/v1/topics/${view.topic.slug}/claims`) })}
      </p>
    </>
  );
};

const labelOf = (measure: MeasureView | undefined, { role }: StatementView, lang: string): string | null =>
  measure ? labelWords(measure, role, lang) : null;

interface StatementProps {
  statement: StatementView;
  label: string | null;
  lang: string;
  discuss: string;
}

const Statement = ({ statement, label, lang, discuss }: StatementProps) => (
  <li id={statement.claim}>
    <a class="when" href={`#${statement.claim}`}>
      {statement.when}
    </a>
    <div>
      <strong>{statement.name}</strong> <Words text={statement.text} />
      {label && <div class="fine">{label}</div>}
      {statement.how && <div class="fine">{statement.how}</div>}
      {statement.note && <div class="fine">{statement.note}</div>}
      {statement.status === 'disputed' && <div class="fine">{wordsOf(lang).topicPage.disputed}</div>}
      <div class="fine links">
        {statement.by}
        {statement.evidence.length > 0 && `${statement.by ? ' · ' : ''}${wordsOf(lang).topicPage.readAt} `}
        {statement.evidence.map(({ url, outlet }) => (
          <a href={url} rel="noopener nofollow external">
            {outlet}
          </a>
        ))}
        <a href={discuss} rel="nofollow">
          {wordsOf(lang).topicPage.comment}
        </a>
      </div>
    </div>
  </li>
);
