/** What was said, in order: each statement with its date, its words, its way to us, and an address to it. */
import { Words } from '../../../widget/view/words.tsx';
import { linked, rich } from '../../layout/rich.tsx';
import type { StatementView, TopicView } from '../../projections/topic-view.ts';
import { wordsOf } from '../../projections/words/words.ts';

export const Timeline = ({ view, lang }: { view: TopicView; lang: string }) => {
  const words = wordsOf(lang).topicPage;
  return (
    <>
      <ol class="timeline">
        {view.statements.map((statement) => (
          <Statement
            statement={statement}
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

interface StatementProps {
  statement: StatementView;
  lang: string;
  discuss: string;
}

const Statement = ({ statement, lang, discuss }: StatementProps) => (
  <li id={statement.claim}>
    <a class="when" href={`#${statement.claim}`}>
      {statement.when}
    </a>
    <div>
      <strong>
        <bdi>{statement.name}</bdi>
      </strong>{' '}
      <Words text={statement.text} />
      {statement.label && <div class="fine">{statement.label}</div>}
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
