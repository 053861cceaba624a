/** Claims as a table for spreadsheets (RFC 4180): numbers bare, and no text that a spreadsheet would run as a formula. */
import type { ClaimItem } from './claim-item.ts';

type Cell = string | number | null | undefined;
type Column = readonly [name: string, cell: (item: ClaimItem) => Cell];

/** New columns come last: scripts may read them by their place. */
const CLAIM_COLUMNS: readonly Column[] = [
  ['id', (item) => item.id],
  ['measure', (item) => item.measure],
  ['source', (item) => item.source],
  ['name', (item) => item.name],
  ['stance', (item) => item.stance],
  ['kind', (item) => item.value?.kind],
  ['low', (item) => item.value?.low],
  ['point', (item) => item.value?.point],
  ['high', (item) => item.value?.high],
  ['hedge', (item) => item.value?.hedge],
  ['stated', (item) => (item.value === null ? item.words?.stated : item.value.stated)],
  ['text', (item) => item.text],
  ['said', (item) => item.said?.date],
  ['said_inferred', (item) => (item.said === null || item.said.inferred ? 'yes' : 'no')],
  ['as_of', (item) => item.asOf?.date],
  ['published', (item) => item.published?.date],
  ['disclosed', (item) => item.disclosed?.date],
  ['status', (item) => item.status],
  ['recorded', (item) => item.recorded],
  ['address', (item) => item.evidence[0]?.url],
  ['unit', (item) => item.counts?.unit],
  ['label', (item) => item.counts?.label],
  ['dimensions', (item) => item.counts?.dimensions.map(({ id, value }) => `${id}=${value}`).join(';')],
  ['sample_size', (item) => item.method?.sampleSize],
  ['margin', (item) => item.method?.margin],
  ['confidence', (item) => item.method?.level],
  ['field_from', (item) => item.method?.fieldFrom],
  ['field_to', (item) => item.method?.fieldTo],
  ['mode', (item) => item.method?.mode],
  ['sponsor', (item) => item.method?.sponsor],
  ['denominator', (item) => item.method?.denominator],
  ['method_note', (item) => item.method?.note],
  ['target', (item) => item.counts?.target],
  ['role', (item) => item.role],
];

/** The first line, behind the mark by which spreadsheets know UTF-8. */
export const claimsCsvHead = (): string => `\ufeff${lineOf(CLAIM_COLUMNS.map(([name]) => name))}`;

export const claimsCsvRows = (items: readonly ClaimItem[]): string =>
  items.map((item) => lineOf(CLAIM_COLUMNS.map(([, cell]) => csvCell(cell(item))))).join('');

const lineOf = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

/** Signs that open a formula, their wide forms among them, also behind blanks, quotes or a line's end. */
const FORMULA = /^[\s"']*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** What would part or end a cell, in spreadsheets that part them by semicolons or tabs too. */
const PARTING = /[",;\t\r\n]/;

/** A cell as it stands in the table: a number bare, a text that would run kept as text, quoted where it needs to be. */
export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return PARTING.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
