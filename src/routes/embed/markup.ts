/** Text made harmless in the markup that a page's author pastes, whatever program reads it before a browser does. */

/**
 * Braces too: templates (JSX, Vue, Svelte, Liquid, Nunjucks) would run what a source is called. Their compilers take
 * these references for text.
 */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '{': '&#123;',
  '}': '&#125;',
  '`': '&#96;',
};

/** For content and quoted attributes. In one line: a blank one would end the markup within a Markdown text. */
export const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[&<>"'{}`]/g, (mark) => REFERENCES[mark] ?? mark);

/** Attributes as they follow a tag's name, each after a space. */
export const attributes = (pairs: Readonly<Record<string, string>>, prefix = ''): string =>
  Object.entries(pairs)
    .map(([name, value]) => ` ${prefix}${name}="${escaped(value)}"`)
    .join('');

/** A text within a script, as a literal; no tag can end the script from inside it. */
export const literal = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c');

/**
 * A text within Markdown's inline marks. By numeric references: no processor takes those for structure (CommonMark,
 * entity references), while some see a backslash too late, after code spans and links.
 */
export const plainMarkdown = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[[\]()<>&*_`~|\\{}!#$@^=+]/g, (mark) => `&#${mark.charCodeAt(0)};`);
