// What the widget costs a host page in bytes, against the library it stands on bundled alone.
import { readFile } from 'node:fs/promises';
import type { BenchRow } from '../../src/cli/bench.ts';
import { brotli } from '../../src/cli/brotli.ts';
import { inProject } from '../../src/cli/project.ts';
import { preactAlone } from './baselines/preact-alone.ts';

export const name = 'The widget in bytes';

export async function run(): Promise<BenchRow[]> {
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
