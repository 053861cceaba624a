/** A topic in a list: its title, how many sources speak, the rows that show the dispute, and the newest thing said. */
import { newestFirst } from '../domain/record/time-order.ts';
import type { ChangeView } from './changes.ts';
import { type PanelRow, toPanel } from './panel.ts';
import type { Extent } from './panel-foot.ts';
import { labelWords } from './role-words.ts';
import type { TopicView } from './topic-view.ts';

export interface Listing {
  slug: string;
  title: string;
  summary: string;
  language: string;
  url: string;
  updatedAt: string;
  revision: number;
  lead: string;
  sources: number;
  /** Statements that an editor was warned of. */
  warnings: number;
  /** What any small face shows of it; null in what an older release stored. */
  shown: ListedRows | null;
  /** The newest statement: "South Korea’s intelligence service: “around 2,000”". */
  newest: { name: string; text: string; when: string; measure: string | null } | null;
  /** The newest change to the record, in one line. */
  latest: { kind: string; at: string; text: string } | null;
}

export interface ListedRows {
  groups: { label: string; rows: ListedRow[] }[];
  /** "5 of 21 sources: the newest, the lowest and the highest". */
  foot: string;
  /** The same without words, for a page in another language. */
  extent: Extent;
}
/** `of` says what it counts, where its group holds several measures. */
export interface ListedRow extends Pick<PanelRow, 'name' | 'text' | 'when' | 'figure'> {
  of: string | null;
}

/** Rows of one topic among many. */
const ROWS = 5;

/** `own` is the view in the topic's language. */
export function toListing(view: TopicView, own: TopicView, changes: readonly ChangeView[]): Listing {
  const { slug, title, summary, language, url, updatedAt, revision, lead, sources, warnings } = view.topic;
  const latest = changes.at(-1) ?? null;
  return {
    slug,
    title,
    summary,
    language,
    url,
    updatedAt,
    revision,
    lead,
    sources,
    warnings,
    shown: shownOf(own),
    newest: newestOf(view),
    latest: latest && { kind: latest.kind, at: latest.at, text: latest.text },
  };
}

function shownOf(view: TopicView): ListedRows {
  const { groups, foot, extent } = toPanel(view, { family: null, limit: ROWS, notes: [] });
  const listed = groups.map(({ label, rows }) => ({
    label,
    rows: rows.map(({ name, of = null, text, when, figure }) => ({ name, of, text, when, figure })),
  }));
  return { groups: listed, foot, extent };
}

/** The newest figure of the lead family, else of any; a listing shows a figure where there is one. */
function newestOf(view: TopicView): Listing['newest'] {
  const lead = new Set(view.families.find((family) => family.id === view.topic.lead)?.measures ?? []);
  const rows = view.sources.flatMap((source) => source.estimates.map((estimate) => ({ source, estimate })));
  const figures = rows.filter(({ estimate }) => estimate.value !== null);
  const leading = figures.filter(({ estimate }) => lead.has(estimate.measure));
  const found = [leading, figures, rows].find((some) => some.length > 0) ?? [];
  // A date that the page gives comes before one that we bounded.
  const given = found.filter(({ estimate }) => estimate.said?.inferred === false);
  const [row] = newestFirst(
    given.length > 0 ? given : found,
    ({ estimate }) => estimate.said,
    (a, b) => found.indexOf(a) - found.indexOf(b),
  );
  if (!row) return null;
  const measure = view.measures.find(({ id }) => id === row.estimate.measure);
  const label = measure ? labelWords(measure, row.estimate.role, view.lang) : null;
  return { name: row.source.name, text: row.estimate.text, when: row.estimate.when, measure: label };
}
