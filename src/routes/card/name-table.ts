/** What a font says it is called (OpenType, table `name`, format 0): one family by its own name, so that it can be asked for. */

/** Family, subfamily, full name, PostScript name. */
const SAID = [1, 2, 4, 6] as const;
/** Windows, Unicode BMP, American English: the names that font readers look at. */
const ENCODED = [3, 1, 0x409] as const;

/** The table's bytes; the name is of ASCII letters, digits and hyphens. */
export function nameTable(name: string): Uint8Array {
  const strings = SAID.map((id) => (id === 2 ? 'Regular' : name));
  const start = 6 + 12 * SAID.length;
  const table = new Uint8Array(start + strings.reduce((sum, text) => sum + 2 * text.length, 0));
  const to = new DataView(table.buffer);
  to.setUint16(2, SAID.length);
  to.setUint16(4, start);
  let offset = 0;
  for (const [at, text] of strings.entries()) {
    const record = [...ENCODED, SAID[at] ?? 0, 2 * text.length, offset];
    for (const [field, value] of record.entries()) to.setUint16(6 + 12 * at + 2 * field, value);
    for (const [place, unit] of [...text].entries())
      to.setUint16(start + offset + 2 * place, unit.charCodeAt(0)); // UTF-16, the high byte first
    offset += 2 * text.length;
  }
  return table;
}
