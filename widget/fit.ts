/** As many whole rows as there is room for: what does not fit in its first column is hidden, and the foot says so. */

/** `whole` shows every row again, for paper and for measuring. */
export function fitRows(panel: Element, whole?: boolean): void {
  const rows = [...panel.querySelectorAll<HTMLElement>('tr,li')];
  const [first] = rows;
  if (!first) return;
  for (const row of rows) row.hidden = false;
  const { left } = first.getBoundingClientRect();
  const list = (first.closest('table,ol') as Element).getBoundingClientRect();
  const shown = rows.filter((row) => {
    const box = row.getBoundingClientRect();
    // A pixel for the rounding of what is scaled.
    return whole || (box.left === left && box.bottom < list.bottom + 1);
  });
  // A heading with nothing under it.
  while (shown.at(-1)?.querySelector('[scope=col]')) shown.pop();
  for (const row of rows) row.hidden = !shown.includes(row);
  const foot = panel.querySelector<HTMLElement>('.n');
  if (!foot?.textContent) return;
  foot.dataset.all ??= foot.textContent;
  const names = new Set(shown.map((row) => row.querySelector('[scope=row]')?.firstChild?.nodeValue));
  names.delete(undefined);
  foot.textContent =
    shown.length < rows.length
      ? foot.dataset.all.replace(/^(\d+ of )?/, `${names.size} of `)
      : foot.dataset.all;
}
