/** Claims as a table (RFC 4180); a cell that a spreadsheet would run as a formula is kept as text. */
import type { ClaimItem } from './claim-item.ts';

type Column = readonly [name: string, cell: (item: ClaimItem) => string | number | null | undefined];

export const CLAIM_COLUMNS: readonly Column[] = [
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
  ['stated', (item) => item.value?.stated ?? item.words?.stated],
  ['text', (item) => item.text],
  ['said', (item) => item.said?.date],
  ['said_inferred', (item) => (item.said === null || item.said.inferred ? 'yes' : 'no')],
  ['as_of', (item) => item.asOf?.date],
  ['published', (item) => item.published?.date],
  ['disclosed', (item) => item.disclosed?.date],
  ['status', (item) => item.status],
  ['recorded', (item) => item.recorded],
  ['address', (item) => item.evidence[0]?.url],
];

export function toCsv(columns: readonly Column[], items: readonly ClaimItem[]): string {
  const rows = items.map((item) => columns.map(([, cell]) => escaped(cell(item))));
  return [columns.map(([name]) => name), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function escaped(cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
