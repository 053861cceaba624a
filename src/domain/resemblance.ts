/** What somebody meant who misspelt a name: of a parameter, of a dimension, of a value. */

/** The one of these names that another misspells: by case, or by at most two letters; null when it resembles none, or is one. */
export function resembling(given: string, names: readonly string[]): string | null {
  if (names.includes(given)) return null;
  const near = names
    .map((name) => ({ name, apart: lettersApart(given.toLowerCase(), name) }))
    // Two letters make any short word of any other: more than half must be right.
    .filter(({ name, apart }) => apart <= 2 && apart * 2 < Math.max(given.length, name.length))
    .sort((a, b) => a.apart - b.apart);
  return near[0]?.name ?? null;
}

/** Letters added, left out, changed or swapped with a neighbour (optimal string alignment distance). */
function lettersApart(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? Number.POSITIVE_INFINITY) + 1
          : Number.POSITIVE_INFINITY;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
