/** The tags of a mail's HTML part as a reader's program sees them: names and attributes. What stands between them is words. */

export interface Tag {
  /** In lower case; closing tags are left out. */
  name: string;
  attributes: ReadonlyMap<string, string>;
}

/** An attribute with its value, after the name of its tag (HTML, section 13.2.5.32 and after). */
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** A tag up to its ">": one within a quoted value does not end it. */
const TAG = /<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
/** What is between these is no markup. */
const RAW = /(<(style|title|textarea|script)\b[^>]*>)[\s\S]*?<\/\2\s*>|<!--[\s\S]*?-->/gi;

export function tagsOf(html: string): Tag[] {
  const markup = html.replace(RAW, (_, opening: string | undefined) => opening ?? '');
  return [...markup.matchAll(TAG)].map(([, name = '', rest = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', ...values]) => [
        key.toLowerCase(),
        unescaped(values.find((value) => value !== undefined) ?? ''),
      ]),
    ),
  }));
}

const unescaped = (value: string): string =>
  value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
