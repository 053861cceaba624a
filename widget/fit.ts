/**
 * As many whole rows as there is room for. What a column has no room for is hidden in order of rank, so that the ends of
 * the dispute stay as long as anything does, and the last line says what is still there.
 */

/** The room in which each panel was last fitted: it is told of once more when it is first watched. */
const fitted = new WeakMap<Element, string>();
const roomOf = ({ clientWidth, clientHeight }: Element): string => `${clientWidth} ${clientHeight}`;
export const isFitted = (panel: Element): boolean => fitted.get(panel) === roomOf(panel);

/** `whole` shows every row again, for paper and for measuring. */
export function fitRows(panel: Element, whole?: boolean): void {
  measureRows(panel, whole)();
}

/** Looks first, and gives what is to be done: whoever fits several panels looks at all before anything is changed. */
export function measureRows(panel: Element, whole?: boolean): () => void {
  const rows = [...panel.querySelectorAll<HTMLElement>('tr,li')];
  const foot = panel.querySelector<HTMLElement>('.n');
  const { least, chosen, plain } = foot?.dataset ?? {};
  for (const row of rows) row.hidden = false;
  if (foot) foot.dataset.all ??= foot.textContent;
  say(foot, foot?.dataset.all);
  const end = () => panel.querySelector('table,ol')?.getBoundingClientRect().bottom ?? 0;
  const boxes = new Map(rows.map((row) => [row, row.getBoundingClientRect()]));
  const first = boxes.get(rows[0] as HTMLElement);
  const low = end();
  fitted.set(panel, whole ? '' : roomOf(panel));
  // A pixel for the rounding of what is scaled.
  const isFitting = ({ left, bottom }: DOMRect) => left === first?.left && bottom < low + 1;
  const shown = new Set(whole || [...boxes.values()].every(isFitting) ? rows : []);
  let room = 0;
  if (shown.size < rows.length) {
    // Few words leave more room; whether there is some for more words is seen when the rows stand.
    // One line cannot become fewer, and asking would lay the page out once more.
    const isLong = foot && foot.offsetHeight > 1.9 * Number.parseFloat(getComputedStyle(foot).fontSize);
    if (isLong) say(foot, plain?.replace('#', '0'));
    const spared = isLong ? end() - low : 0;
    room = low + spared + 1 - (first?.top ?? 0);
    const isHead = (row: Element | null | undefined) => row?.querySelector('[scope=col]');
    const rankOf = (row: HTMLElement) => Number(row.dataset.rank ?? rows.indexOf(row));
    const heightOf = (row: HTMLElement) =>
      (boxes.get(row)?.height ?? 0) +
      (row === rows[0] ? 0 : Number.parseFloat(getComputedStyle(row).marginTop));
    for (const row of rows.filter((each) => !isHead(each)).sort((a, b) => rankOf(a) - rankOf(b))) {
      const head = row.parentElement?.firstElementChild as HTMLElement;
      // Under a heading that no row stands under yet.
      const needed = [row, ...(isHead(head) && !shown.has(head) ? [head] : [])];
      const left = room - needed.reduce((sum, each) => sum + heightOf(each), 0);
      // What has no room gives it to a shorter one: an empty place says nothing.
      if (left < 0) continue;
      room = left;
      for (const each of needed) shown.add(each);
    }
    room -= spared;
  }
  return () => {
    if (shown.size === rows.length) return;
    for (const row of rows) row.hidden = !shown.has(row);
    const ranked = rows.filter((row) => shown.has(row) && row.dataset.rank);
    const names = new Set(ranked.map((row) => row.querySelector('[scope=row]')?.firstChild?.nodeValue));
    const sources = ranked.reduce((sum, row) => sum + Number(row.dataset.sources) - 1, names.size);
    const isLeast = (row: HTMLElement) => Number(row.dataset.rank) <= Number(least);
    const isWhole = room >= 0 && rows.every((row) => shown.has(row) || !isLeast(row));
    say(foot, (isWhole ? chosen : plain)?.replace('#', `${sources}`));
  };
}

function say(foot: HTMLElement | null, words: string | undefined): void {
  if (foot && words && foot.textContent !== words) foot.textContent = words;
}
