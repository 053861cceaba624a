/** The last line of every face: what is shown of how much, and where the rest can be read. */

export const Foot = ({ words, more, href }: { words: string; more: string; href: string }) => (
  <small class="f">
    <span class="n">{words}</span>
    <a class="z" href={href}>
      {more}
    </a>
  </small>
);
