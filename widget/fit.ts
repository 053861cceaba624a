/** As many whole rows as there is room for: what does not fit in its first column is hidden, and the foot says so. */

/** `whole` shows every row again, for paper and for measuring. */
export function fitRows(panel: Element, whole?: boolean): void {
  measureRows(panel, whole)();
}

/** Looks first, and gives what is to be done: whoever fits several panels looks at all before anything is changed. */
export function measureRows(panel: Element, whole?: boolean): () => void {
  const rows = [...panel.querySelectorAll<HTMLElement>('tr,li')];
  for (const row of rows) row.hidden = false;
  const [first] = rows;
  const left = first?.getBoundingClientRect().left;
  const end = (first?.closest('table,ol')?.getBoundingClientRect().bottom ?? 0) + 1;
  const shown = rows.filter((row) => {
    const box = row.getBoundingClientRect();
    // A pixel for the rounding of what is scaled.
    return whole || (box.left === left && box.bottom < end);
  });
  // A heading with nothing under it.
  while (shown.at(-1)?.querySelector('[scope=col]')) shown.pop();
  return () => {
    if (shown.length < rows.length) for (const row of rows) row.hidden = !shown.includes(row);
    const foot = panel.querySelector<HTMLElement>('.n');
    if (!foot?.textContent) return;
    foot.dataset.all ??= foot.textContent;
    const names = new Set(shown.map((row) => row.querySelector('[scope=row]')?.firstChild?.nodeValue));
    names.delete(undefined);
    const words =
      shown.length < rows.length
        ? foot.dataset.all.replace(/^(\d+ of )?/, `${names.size} of `)
        : foot.dataset.all;
    if (foot.textContent !== words) foot.textContent = words;
  };
}
