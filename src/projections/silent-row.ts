/** Those who gave no figure, in one row of a small face: "No figure: Kremlin declined; ministry gave no answer". */

import type { Line } from './panel-lines.ts';
import type { PanelRow } from './panel-shape.ts';
import type { ShownLines } from './shown-lines.ts';
import type { TopicView } from './topic-view.ts';
import { wordsOf } from './words/words.ts';

/** Null where everybody gave one. */
export function silentRow({ lang }: TopicView, { silent, least, hasRoom }: ShownLines): PanelRow | null {
  if (silent.length === 0) return null;
  const { noFigure, inOneLine } = wordsOf(lang).panel.silent;
  return {
    name: noFigure,
    by: '',
    text: inOneLine(silent.map((line) => (hasRoom ? inFull(line, lang) : briefly(line, lang)))),
    when: '',
    notes: [],
    mark: null,
    strokes: null,
    figure: false,
    rank: least,
    sources: silent.length,
  };
}

const inFull = ({ source, estimate }: Line, lang: string): string =>
  wordsOf(lang).panel.silent.spoke(source.name, estimate.text);

/** Without what it was asked; whoever denied or spoke without a figure keeps its own words. */
function briefly(line: Line, lang: string): string {
  const { stance } = line.estimate;
  switch (stance) {
    case 'states':
    case 'acknowledges':
    case 'alleges':
    case 'denies':
      return inFull(line, lang);
    case 'declines':
    case 'no-answer':
    case 'cannot-confirm':
      return wordsOf(lang).panel.silent.answered[stance](line.source.name);
  }
}
