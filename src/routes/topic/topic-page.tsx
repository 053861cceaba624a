/** The topic page: every source by family, its history beside it, then what was said in order, corrections, snippets. */
import type { ComponentChildren } from 'preact';
import { Groups } from '../../../widget/view/panel.tsx';
import { HistoryChart } from '../../layout/charts.tsx';
import { Copyable, Copying } from '../../layout/copyable.tsx';
import { linked, rich } from '../../layout/rich.tsx';
import type { History } from '../../projections/history.ts';
import { dayWords, whenWords } from '../../projections/locale.ts';
import { ALL_NOTES, type PanelRow } from '../../projections/panel.ts';
import { familyGroups, pageFoot } from '../../projections/panel-page.ts';
import { schemeName } from '../../projections/reference.ts';
import type { TopicView } from '../../projections/topic-view.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { Combinations } from './combinations.tsx';
import { Ends, SideBySide } from './side-by-side.tsx';
import { Timeline } from './timeline.tsx';

const WHOLE = { notes: ALL_NOTES, evidence: true };

export const TopicPage = ({
  view,
  histories,
  asked,
  origin,
  lang,
  children,
}: {
  view: TopicView;
  histories: History[];
  /** The page's parameters. */
  asked: URLSearchParams;
  origin: string;
  /** Of the page's own words. */
  lang: string;
  /** What other faces add: comments, the form that subscribes. */
  children?: ComponentChildren;
}) => (
  <>
    <h1>{view.topic.title}</h1>
    <p class="standfirst">{view.topic.summary}</p>
    <p class="fine">
      {rich(wordsOf(lang).topicPage.record, {
        sources: pageFoot(view),
        day: dayWords(view.knownAt, lang),
        scheme: linked('/method#schemes'),
        name: schemeName(view.scheme, lang),
      })}
    </p>
    {view.topic.warnings > 0 && <p class="fine">{wordsOf(lang).topicPage.warned(view.topic.warnings)}</p>}
    <Notices view={view} lang={lang} />
    {view.families.map((family) => (
      <Family
        view={view}
        family={family}
        histories={histories.filter((each) => family.measures.includes(each.measure))}
        asked={asked}
        lang={lang}
      />
    ))}
    <SideBySide view={view} lang={lang} asked={asked} />
    <section class="section" id="timeline">
      <h2>{wordsOf(lang).topicPage.timeline}</h2>
      <Timeline view={view} lang={lang} />
    </section>
    <Amendments view={view} lang={lang} />
    {children}
    <Snippets slug={view.topic.slug} origin={origin} lang={lang} />
  </>
);

/** A past or partial view says so before anything else. */
const Notices = ({ view, lang }: { view: TopicView; lang: string }) => {
  const { since, saidBy, topic } = view;
  const words = wordsOf(lang).topicPage;
  if (!since && saidBy === null) return null;
  return (
    <div class="notice" role="note">
      {saidBy !== null && <p>{words.saidBy(whenWords(saidBy, lang))}</p>}
      {since && <p>{since.text}</p>}
      {since?.amendments.map((line) => (
        <p>{line}</p>
      ))}
      <p>
        <a href={topic.url}>{words.present}</a>
      </p>
    </div>
  );
};

/** Why measures are not set beside one another: of two that both say it, as the first does. */
function reasonsApart(view: TopicView, family: TopicView['families'][number]): ReadonlySet<string> {
  const pairs = new Map<string, string>();
  for (const { id, apart } of view.measures.filter((each) => each.family === family.id))
    for (const { measure, why } of apart) {
      const pair = [id, measure].sort().join(' ');
      if (!pairs.has(pair)) pairs.set(pair, why);
    }
  // Said once, beside the questions themselves.
  return new Set([...pairs.values()].filter((why) => why !== wordsOf(view.lang).dimensions.apart.question));
}

interface FamilyProps {
  view: TopicView;
  family: TopicView['families'][number];
  histories: History[];
  asked: URLSearchParams;
  lang: string;
}

const Family = ({ view, family, histories, asked, lang }: FamilyProps) => {
  // The section's heading already says it; an axis stands beside its label.
  const groups = familyGroups(view, family, WHOLE).map((group) =>
    group.label === family.label && group.axis === null ? { ...group, label: '' } : group,
  );
  const why = reasonsApart(view, family);
  return (
    <section class="section" id={family.id}>
      <h2>{family.label}</h2>
      {view.dimensioned
        .filter((each) => each.family === family.id)
        .map((measure) => (
          <Combinations view={view} measure={measure} asked={asked} lang={lang} />
        ))}
      <div class="beside">
        <div class="panel">
          <Groups caption={family.label} groups={groups} extra={Links} />
          {view.compared === undefined && <Ends view={view} measures={family.measures} lang={view.lang} />}
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

const Amendments = ({ view, lang }: { view: TopicView; lang: string }) => {
  const words = wordsOf(lang).topicPage;
  if (view.amendments.length === 0) return null;
  return (
    <section class="section" id="corrections">
      <h2>{words.amendments}</h2>
      <ul class="timeline">
        {view.amendments.map(({ on, name, kind, before, after, reason }) => (
          <li>
            <span class="when">{dayWords(on, lang)}</span>
            <span>{words.amendment[kind](name, before, after, reason)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Snippets = ({ slug, origin, lang }: { slug: string; origin: string; lang: string }) => {
  const words = wordsOf(lang).topicPage.embed;
  return (
    <section class="section snippets" id="embed">
      <h2>{words.heading}</h2>
      <p>{words.tag}</p>
      <Copyable
        name={wordsOf(lang).snippets.ways.script.title}
        code={`<script async src="${origin}/embed.js" data-topic="${slug}"></script>`}
      />
      <Copying />
      <p>{rich(words.others, { ways: linked(`/t/${slug}/embed`) })}</p>
      <p class="fine">
        {rich(words.forms, {
          card: linked(`/card/${slug}`),
          svg: linked(`/card/${slug}.svg`),
          png: linked(`/card/${slug}.png`),
          frame: linked(`/embed/${slug}`),
          json: linked(`/v1/topics/${slug}`),
          csv: linked(`/v1/topics/${slug}/claims.csv`),
        })}
      </p>
    </section>
  );
};
