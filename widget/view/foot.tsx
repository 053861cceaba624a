/** The last line of every face: what is shown of how much, and where the rest can be read. */
import type { DrawnPanel } from '../../src/projections/embed-view.ts';

interface FootProps {
  words: string;
  more: string;
  href: string;
  /** The same words for fewer rows: see fit.ts. */
  fewer?: DrawnPanel['fewer'];
}

export const Foot = ({ words, more, href, fewer }: FootProps) => (
  <small class="f">
    <span
      class="n"
      {...(fewer && { 'data-least': fewer.least, 'data-chosen': fewer.chosen, 'data-plain': fewer.plain })}
    >
      {words}
    </span>
    <a class="z" href={href}>
      {more}
    </a>
  </small>
);
