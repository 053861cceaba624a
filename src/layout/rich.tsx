/** A sentence of the catalogue with marks in it, as nodes: the words stay whole for whoever translates them. */
import type { ComponentChildren } from 'preact';

/** What a mark `<name>…</name>` becomes, or what stands for `{name}`. */
export type Marks = Readonly<
  Record<string, ((inner: ComponentChildren) => ComponentChildren) | string | number>
>;

/**
 * Fills `{name}` and wraps `<name>…</name>`. Only the catalogue's own text is read for marks: what is filled in stays
 * text. Throws on a mark that nothing is given for, since a sentence would lose its link without a word.
 */
export function rich(sentence: string, marks: Marks): ComponentChildren[] {
  return sentence.split(/(<\w+>.*?<\/\w+>|\{\w+\})/).map((part) => {
    const [, tag, inner = ''] = /^<(\w+)>(.*)<\/\1>$/.exec(part) ?? [];
    const name = tag ?? /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return part;
    const mark = marks[name];
    if (mark === undefined) throw new Error(`Nothing is given for the mark "${name}" of: ${sentence}`);
    if (typeof mark !== 'function') return `${mark}`;
    return mark(rich(inner, marks));
  });
}

/** A mark that links, in our own pages. */
export const linked = (href: string) => (inner: ComponentChildren) => <a href={href}>{inner}</a>;

/** A mark for what is typed as it stands. */
export const code = (inner: ComponentChildren) => <code>{inner}</code>;

/** The licence of the record, linked as such. */
export const licence = (inner: ComponentChildren) => (
  <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
    {inner}
  </a>
);
