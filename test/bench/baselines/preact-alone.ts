// The least that a page drawn with Preact loads: its core, taking over one element that the server wrote.
import { build } from 'esbuild';
import { inProject } from '../../../src/cli/project.ts';

export async function preactAlone(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { h, hydrate } from 'preact'; hydrate(h('p', null, 'Text.'), document.body);",
      resolveDir: inProject('.'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error('esbuild wrote nothing');
  return script.contents;
}
