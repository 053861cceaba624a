/** The last line of every face: what is shown of how much, and where the rest can be read. */

export const Foot = ({ words, href }: { words: string; href: string }) => (
  <small class="f">
    <span class="n">{words}</span>
    <a class="z" href={href}>
      All at By Source
    </a>
  </small>
);
