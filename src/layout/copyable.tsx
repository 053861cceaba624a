/** Code to paste: plain text that anyone can select, with a button that copies it for whoever runs the page's script. */
import manifest from '../../dist/manifest.json';
import { useWords } from './speaking.ts';

/** The button comes with the script: without, it could do nothing. */
export const Copyable = ({ code, name }: { code: string; name: string }) => {
  const words = useWords().snippets;
  return (
    <div class="copyable">
      <button type="button" data-copy hidden aria-label={`${words.copy}: ${name}`}>
        {words.copy}
      </button>
      <pre tabindex={0}>
        <code>{code}</code>
      </pre>
    </div>
  );
};

/** Once on a page that has code to copy: the script, and the line in which it says quietly what happened. */
export const Copying = () => {
  const { copied, selected, remade } = useWords().snippets;
  return (
    <>
      <output
        class="happened"
        data-said
        data-copied={copied}
        data-selected={selected}
        data-remade={remade}
        aria-live="polite"
      />
      <script src={`/snippets.js?${manifest.snippets}`} defer />
    </>
  );
};
