/** The topic page: every source by family, its history beside it, then what was said in order, corrections, snippets. */
import type { ComponentChildren } from 'preact';
import { Groups } from '../../../widget/view/panel.tsx';
import { HistoryChart } from '../../layout/charts.tsx';
import type { History } from '../../read/history.ts';
import { dayWords } from '../../read/locale.ts';
import { ALL_NOTES, footWords, type Panel, type PanelRow, toPanel } from '../../read/panel.ts';
import type { TopicView } from '../../read/topic-view.ts';
import { Timeline } from './timeline.tsx';

const EVERY_ROW = 1_000;

export const TopicPage = ({
  view,
  histories,
  origin,
  children,
}: {
  view: TopicView;
  histories: History[];
  origin: string;
  /** What other faces add: comments, the form that subscribes. */
  children?: ComponentChildren;
}) => (
  <>
    <h1>{view.topic.title}</h1>
    <p class="standfirst">{view.topic.summary}</p>
    <p class="fine">
      {footWords(view.sources.length, view.sources.length)}. Record of {dayWords(view.knownAt, 'en')}. Vague
      words are read by the <a href="/method#schemes">{view.scheme.name}</a> scheme.
    </p>
    <Notices view={view} />
    {view.families.map((family) => (
      <Family
        view={view}
        family={family}
        histories={histories.filter((each) => family.measures.includes(each.measure))}
      />
    ))}
    <section class="section" id="timeline">
      <h2>What was said, newest first</h2>
      <Timeline view={view} />
    </section>
    <Amendments view={view} />
    {children}
    <Snippets slug={view.topic.slug} origin={origin} />
  </>
);

/** A past or partial view says so before anything else. */
const Notices = ({ view }: { view: TopicView }) => {
  const { since, saidBy, topic } = view;
  if (!since && saidBy === null) return null;
  return (
    <div class="notice" role="note">
      {saidBy !== null && <p>What had been said in public by {dayWords(saidBy, 'en')}.</p>}
      {since && <p>{since.text}</p>}
      {since?.amendments.map((line) => (
        <p>{line}</p>
      ))}
      <p>
        <a href={topic.url}>Open the present record</a>
      </p>
    </div>
  );
};

interface FamilyProps {
  view: TopicView;
  family: TopicView['families'][number];
  histories: History[];
}

const Family = ({ view, family, histories }: FamilyProps) => {
  const panel: Panel = toPanel(view, {
    families: [family.id],
    limit: EVERY_ROW,
    others: 0,
    notes: ALL_NOTES,
    evidence: true,
  });
  // The section's heading already says it.
  const groups = panel.groups.map((group) =>
    group.label === family.label ? { ...group, label: '' } : group,
  );
  const why = new Set(
    view.measures
      .filter((each) => each.family === family.id)
      .flatMap((each) => each.apart.map((one) => one.why)),
  );
  return (
    <section class="section" id={family.id}>
      <h2>{family.label}</h2>
      <div class="beside">
        <div class="panel">
          <Groups caption={family.label} groups={groups} extra={Links} />
          {[...why].map((sentence) => (
            <p class="fine">{sentence}</p>
          ))}
        </div>
        {histories.length > 0 && (
          <div class="charts">
            {histories.map((history) => (
              <HistoryChart history={history} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
};

/** Where a reader can check the row. */
const Links = (row: Pick<PanelRow, 'links'>) =>
  row.links && row.links.length > 0 ? (
    <small class="links">
      {row.links.map(([outlet, url]) => (
        <a href={url} rel="noopener nofollow external">
          {outlet}
        </a>
      ))}
    </small>
  ) : null;

const Amendments = ({ view }: { view: TopicView }) =>
  view.amendments.length === 0 ? null : (
    <section class="section" id="corrections">
      <h2>Corrections and withdrawals</h2>
      <ul class="timeline">
        {view.amendments.map((each) => (
          <li>
            <span class="when">{dayWords(each.on, 'en')}</span>
            <span>
              {each.name}: {each.kind} {each.before}
              {each.after !== null && `, now ${each.after}`}. {each.reason}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

const Snippets = ({ slug, origin }: { slug: string; origin: string }) => (
  <section class="section snippets" id="embed">
    <h2>Put this on your page</h2>
    <p>
      One tag draws the summary where it stands and keeps it up to date. It sets no cookie and counts nobody.
    </p>
    <pre tabindex={0}>
      <code>{`<script async src="${origin}/embed.js" data-topic="${slug}"></script>`}</code>
    </pre>
    <p>
      <a href={`/t/${slug}/embed`}>Every other way</a>: with the data in the page, as a frame, pinned to a
      date, for WordPress and React.
    </p>
    <p class="fine">
      Also the <a href={`/card/${slug}`}>card alone</a>, as <a href={`/card/${slug}.svg`}>SVG</a> or{' '}
      <a href={`/card/${slug}.png`}>PNG</a>, a <a href={`/embed/${slug}`}>frame</a>, and the record as{' '}
      <a href={`/v1/topics/${slug}`}>JSON</a> or <a href={`/v1/topics/${slug}/claims.csv`}>CSV</a>.
    </p>
  </section>
);
