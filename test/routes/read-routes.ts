// The routes that are read, for tests that walk them all.

export const SLUG = 'north-korean-casualties-kursk';
const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** Path, content type, and the tag by which caches are purged where the route belongs to a topic. */
export const ROUTES: [path: string, type: string, tag: string | null][] = [
  ['/', HTML, 'topics,most-commented'],
  [`/t/${SLUG}`, HTML, `topic:${SLUG}`],
  [`/t/${SLUG}?said_by=2024-12-17&scheme=acled`, HTML, `topic:${SLUG}`],
  [`/card/${SLUG}`, HTML, `topic:${SLUG}`],
  [`/card/${SLUG}.svg`, 'image/svg+xml; charset=utf-8', `topic:${SLUG}`],
  [`/card/${SLUG}.png`, 'image/png', `topic:${SLUG}`],
  ['/most-commented', HTML, 'most-commented'],
  ['/most-commented?window=all', HTML, 'most-commented'],
  ['/embed.js', 'text/javascript; charset=utf-8', null],
  ['/embed.d.ts', 'text/plain; charset=utf-8', null],
  [`/embed/${SLUG}`, HTML, `topic:${SLUG}`],
  ['/method', HTML, null],
  ['/corrections', HTML, null],
  ['/about', HTML, null],
  ['/v1/topics', JSON_TYPE, 'topics'],
  ['/v1/sources', JSON_TYPE, 'sources'],
  ['/v1/metrics', JSON_TYPE, 'codebook'],
  ['/v1/units', JSON_TYPE, 'codebook'],
  ['/v1/schemes', JSON_TYPE, 'schemes'],
  [`/v1/topics/${SLUG}`, JSON_TYPE, `topic:${SLUG}`],
  [`/v1/topics/${SLUG}?known_at=2100-01-01T00:00:00Z`, JSON_TYPE, `topic:${SLUG}`],
  [`/v1/topics/${SLUG}/claims`, JSON_TYPE, `topic:${SLUG}`],
  [`/v1/topics/${SLUG}/claims.csv`, 'text/csv; charset=utf-8', `topic:${SLUG}`],
  [`/v1/topics/${SLUG}/changes`, JSON_TYPE, `topic:${SLUG}`],
  [`/v1/topics/${SLUG}/feed.atom`, 'application/atom+xml; charset=utf-8', `topic:${SLUG}`],
  [`/v1/topics/${SLUG}/feed.json`, 'application/feed+json; charset=utf-8', `topic:${SLUG}`],
  [`/v1/topics/${SLUG}/comments`, JSON_TYPE, `topic:${SLUG}`],
  [`/v1/embed?topics=${SLUG}&list=7d:5`, JSON_TYPE, `topic:${SLUG},most-commented`],
  ['/v1/most-commented', JSON_TYPE, 'most-commented'],
];
