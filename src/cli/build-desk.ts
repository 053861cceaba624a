// The desk's own script and stylesheet, static files of our own origin.
import { build } from 'esbuild';
import { bundleForBrowsers } from './build-widget.ts';
import { contentHash } from './content-hash.ts';
import { placeFile } from './place-file.ts';
import { inProject } from './project.ts';

/** Content hashes. */
export type DeskEntry = { script: string; style: string };

/** Writes dist/assets/desk.js and dist/assets/desk.css. */
export async function buildDesk(): Promise<DeskEntry> {
  const script = await bundleForBrowsers(inProject('widget/desk.ts'));
  await placeFile('dist/assets/desk.js', script);
  const { outputFiles } = await build({
    entryPoints: [inProject('src/layout/desk.css')],
    bundle: true,
    write: false,
    minify: true,
    target: ['chrome111', 'firefox114', 'safari16.4'],
    logLevel: 'warning',
  });
  const [sheet] = outputFiles;
  if (sheet === undefined) throw new Error('esbuild wrote no stylesheet for the desk');
  await placeFile('dist/assets/desk.css', sheet.contents);
  return { script: contentHash(script), style: contentHash(sheet.contents) };
}
