// What the widget costs a host page in bytes, against the library it stands on bundled alone.
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { Row } from '../../src/cli/bench.ts';
import { brotli } from '../../src/cli/brotli.ts';
import { inProject } from '../../src/cli/project.ts';

export const name = 'The widget in bytes';

export async function run(): Promise<Row[]> {
  const ours = (await readFile(inProject('dist/embed.js.br'))).byteLength;
  const baseline = brotli(await preactAlone()).byteLength;
  return [
    {
      what: 'embed.js / Preact hydrating one element',
      ours,
      baseline,
      ratio: ours / baseline,
      unit: 'bytes, Brotli 11',
    },
  ];
}

/** The least that a page drawn with Preact loads. */
async function preactAlone(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { h, hydrate } from 'preact'; hydrate(h('p', null), document.body);",
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
