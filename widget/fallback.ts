/** What stands inside a widget's tag: its fallback, or the rest of an article whose author forgot to close the tag. */

export interface Fallback {
  /** Only what is surely the fallback is hidden by a drawing: the rest goes on after it. */
  rest: boolean;
  /** It begins with the fallback all the same. */
  own: boolean;
}

/**
 * A tag that is closed is mostly followed by white space or words, which an unclosed one takes in. Without that sign
 * a fallback is known by what the snippets write: a table of a given height, or a table or link that names the topic.
 */
export function fallbackOf(widget: Element, topic: string): Fallback {
  const first = widget.firstElementChild;
  const own =
    !!first &&
    /^(table|a)$/i.test(first.localName) &&
    (first.hasAttribute('height') || first.outerHTML.includes(topic));
  const rest =
    widget.nextSibling?.nodeType !== 3 &&
    [...widget.childNodes].some((node) =>
      node.nodeType === 1 ? node !== first || !own : node.nodeType === 3 && node.nodeValue?.trim(),
    );
  return { rest, own };
}
