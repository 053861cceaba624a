// What a reader sees of the widgets on a page, measured in the page: an expression for any engine.

/** One widget as it stands. Lengths in CSS pixels. */
export interface Sight {
  /** Its own drawing stands, not the page's fallback. */
  drawn: boolean;
  heading: string;
  rows: number;
  width: number;
  height: number;
  /** What the drawing has that its box does not show, downwards and sideways. */
  hidden: number;
  sideways: number;
  /** The tallest row: one letter a line makes thousands of pixels. */
  tallest: number;
  foot: string;
}

/** Every widget of the document and of its open shadow roots, in order; those that the page hides are left out. */
const WIDGETS = `(function all(root) {
  return [...root.querySelectorAll('*')].flatMap((each) =>
    each.matches('by-source, most-commented')
      ? each.checkVisibility() ? [each] : []
      : each.shadowRoot ? all(each.shadowRoot) : []);
})(document)`;

export const SIGHTS = `${WIDGETS}.map((host) => {
  const article = host.shadowRoot?.querySelector('article');
  const box = host.getBoundingClientRect();
  const rows = article ? [...article.querySelectorAll('tr, li')] : [];
  const link = article?.querySelector('.z');
  return {
    drawn: Boolean(article),
    heading: article?.querySelector('h2')?.textContent ?? '',
    rows: article ? article.querySelectorAll('tr:has([scope=row]), li').length : 0,
    width: box.width,
    height: box.height,
    hidden: article ? Math.max(0, article.getBoundingClientRect().bottom - box.bottom) : 0,
    sideways: article ? Math.max(0, article.scrollWidth - article.clientWidth) : 0,
    tallest: Math.max(0, ...rows.map((row) => row.getBoundingClientRect().height)),
    foot: link?.closest('small, p, footer')?.textContent ?? '',
  };
})`;

/** All widgets have drawn: each is brought into view first, since they draw near the viewport. */
export const ALL_DRAWN = `(async () => {
  const all = ${WIDGETS};
  for (const host of all) if (!host.shadowRoot?.querySelector('article')) { host.scrollIntoView(); break; }
  return all.length > 0 && all.every((host) => host.shadowRoot?.querySelector('article'));
})()`;
