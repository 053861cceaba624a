// The pages' one stylesheet, minified; font addresses are left as they are written.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { contentHash } from './content-hash.ts';
import { placeFile } from './place-file.ts';
import { CommandRefusal, inProject } from './project.ts';

export type StylesheetEntry = { bytes: number; hash: string };

/** Writes dist/assets/site.css. */
export async function buildStylesheet(): Promise<StylesheetEntry> {
  const entry = inProject('src/layout/site.css');
  if (!existsSync(entry))
    throw new CommandRefusal('src/layout/site.css is missing: the pages have no stylesheet.');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    external: ['/fonts/*'],
    legalComments: 'none',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    logLevel: 'warning',
    plugins: [panelInPage],
  });
  const [sheet] = outputFiles;
  if (sheet === undefined) throw new Error('esbuild wrote no stylesheet');
  await placeFile('dist/assets/site.css', sheet.contents);
  return { bytes: sheet.contents.byteLength, hash: contentHash(sheet.contents) };
}

/** The widget's panel on our pages, where its rules hold inside `.panel` only; kept heights are those of frames. */
const panelInPage: Plugin = {
  name: 'panel-in-page',
  setup(bundler) {
    bundler.onLoad({ filter: /widget\/(panel|kept)\.css$/ }, async ({ path }) => {
      const css = await readFile(path, 'utf8');
      const place = path.endsWith('kept.css') ? '.frame .panel' : '.panel';
      const own = css.replace('article {', '& {').replace('.k {', '&.k {');
      return { contents: `${place} {${own}}`, loader: 'css' };
    });
  },
};
