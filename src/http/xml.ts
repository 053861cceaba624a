/** Text between the tags and in the attributes of XML: nothing in it can end the document or make it unreadable. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0 cannot carry, not even escaped (section 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text escaped (sections 2.4 and 3.3.3), without the characters that no XML may hold. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);

/** An element with attributes and content that is already XML; an empty one where the content is null. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | null,
): string {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlText(value)}"`)
    .join('');
  return content === null ? `<${name}${given}/>` : `<${name}${given}>${content}</${name}>`;
}
