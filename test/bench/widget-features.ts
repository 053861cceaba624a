// What each thing that the widget can do costs in bytes: the script as it is, against one built without.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import type { BenchRow } from '../../src/cli/bench.ts';
import { brotli } from '../../src/cli/brotli.ts';
import { bundleForBrowsers } from '../../src/cli/build-widget.ts';
import { inProject } from '../../src/cli/project.ts';

export const name = 'The widget, thing by thing';

interface Feature {
  what: string;
  file: string;
  /** The file without it: a whole text, or pieces that each stand in it once, with what takes their place. */
  without: string | readonly (readonly [piece: string, instead: string])[];
}

const FEATURES: readonly Feature[] = [
  {
    what: 'whole rows at any height',
    file: 'fit.ts',
    without: 'export const fitRows = () => {}; export const measureRows = () => () => {};',
  },
  { what: 'styles of a kept height', file: 'kept.css', without: '' },
  { what: 'styles of the element on other pages', file: 'host.css', without: '' },
  { what: 'styles of the panel', file: 'panel.css', without: '' },
  { what: 'saying what changed', file: 'changes.ts', without: "export const changesOf = () => '';" },
  {
    what: 'tags that nobody closed',
    file: 'fallback.ts',
    without: 'export const fallbackOf = () => ({ rest: false, own: false });',
  },
  {
    what: 'plain script tags, anywhere',
    file: 'tags.ts',
    without:
      'export const base = document.currentScript.src; export const watchTags = () => {}; export const seekTags = () => {};',
  },
  {
    what: 'axes and marks',
    file: 'view/axis.tsx',
    without: 'export const drawTicks = () => null; export const drawPlace = () => null;',
  },
  {
    what: 'the Most Commented list',
    file: 'view/most-commented.tsx',
    without: 'export const MostCommentedView = () => null;',
  },
  { what: 'heavier numbers', file: 'view/words.tsx', without: 'export const Words = ({ text }) => text;' },
  {
    what: 'trying again, each time later',
    file: 'client.ts',
    without: [
      ['const wait = 2 ** Math.min(++failures, 8) * (1 + Math.random()) * 1_000;', ''],
      ['notBefore = Date.now() + wait;', ''],
      ['setTimeout(wake, wait);', ''],
      ['widget.wanting = true;', ''],
    ],
  },
  {
    what: 'keeping a live story fresh',
    file: 'client.ts',
    without: [
      ['const soonest = Math.min(...[...widgets].map(({ refresh }) => refresh || 1e6));', ''],
      [
        'clock = setTimeout(() => {\n        stale = true;\n        work();\n      }, Math.max(soonest, SOONEST) * 1_000);',
        '',
      ],
    ],
  },
  {
    what: 'telling a site that is none of ours',
    file: 'client.ts',
    without: [
      ["strange = response.status < 500 && !/json/.test(`${response.headers.get('content-type')}`);", ''],
      ['strange ? `${base} has no figures. "host" says where to read.` : \'\'', "''"],
    ],
  },
];

export async function run(): Promise<BenchRow[]> {
  const entry = inProject('widget/element.ts');
  const ours = brotli(await bundleForBrowsers(entry)).byteLength;
  const rows: BenchRow[] = [];
  for (const feature of FEATURES) {
    const baseline = brotli(await bundleForBrowsers(entry, [leaveOut(feature)])).byteLength;
    rows.push({
      what: `${feature.what}: ${ours - baseline} bytes / without`,
      ours,
      baseline,
      ratio: ours / baseline,
      unit: 'bytes, Brotli 11',
    });
  }
  return rows.sort((a, b) => a.baseline - b.baseline);
}

/** Throws when a piece is not there exactly once: what is measured must be what is named. */
function leaveOut({ file, without }: Feature): Plugin {
  return {
    name: 'leave-out',
    setup(bundler) {
      const path = inProject(`widget/${file}`);
      const filter = new RegExp(`${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
      bundler.onLoad({ filter }, async () => {
        const loader = file.endsWith('.css') ? 'text' : file.endsWith('.tsx') ? 'tsx' : 'ts';
        if (typeof without === 'string') return { contents: without, loader };
        let contents = await readFile(path, 'utf8');
        for (const [piece, instead] of without) {
          if (contents.split(piece).length !== 2) throw new Error(`${file} has not once: ${piece}`);
          contents = contents.replace(piece, () => instead);
        }
        return { contents, loader };
      });
    },
  };
}
