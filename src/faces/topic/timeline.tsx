/** What was said, in order: each statement with its date, its words, its way to us, and an address to it. */
import { Words } from '../../../widget/view/words.tsx';
import type { StatementView, TopicView } from '../../read/topic-view.ts';

export const Timeline = ({ view }: { view: TopicView }) => {
  const labels = new Map(view.measures.map((measure) => [measure.id, measure.label]));
  return (
    <>
      <ol class="timeline">
        {view.statements.map((statement) => (
          <Statement
            statement={statement}
            label={labels.get(statement.measure ?? '') ?? null}
            discuss={`/t/${view.topic.slug}/comments/new?claim=${encodeURIComponent(statement.claim)}`}
          />
        ))}
      </ol>
      <p class="fine">
        The newest {view.statements.length} statements;{' '}
        <a href={`/v1/topics/${view.topic.slug}/claims`}>every claim with all its readings</a>.
      </p>
    </>
  );
};

const Statement = ({
  statement,
  label,
  discuss,
}: {
  statement: StatementView;
  label: string | null;
  discuss: string;
}) => (
  <li id={statement.claim}>
    <a class="when" href={`#${statement.claim}`}>
      {statement.when}
    </a>
    <div>
      <strong>{statement.name}</strong> <Words text={statement.text} />
      {label && <div class="fine">{label}</div>}
      {statement.note && <div class="fine">{statement.note}</div>}
      {statement.status === 'disputed' && <div class="fine">disputed: outlets print this differently</div>}
      <div class="fine links">
        {statement.by}
        {statement.evidence.length > 0 && (statement.by ? ' · read at ' : 'read at ')}
        {statement.evidence.map(({ url, outlet }) => (
          <a href={url} rel="noopener nofollow external">
            {outlet}
          </a>
        ))}
        <a href={discuss} rel="nofollow">
          comment
        </a>
      </div>
    </div>
  </li>
);
