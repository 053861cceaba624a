// `npm run dev`: the product of `npm start`, with what is built made anew whenever a source of it changes.
import { watch } from 'node:fs';
import { buildAll, type Manifest } from './build.ts';
import { inProject, runCommand } from './project.ts';
import { serve } from './start.ts';

/** What dist/ is built from: the widget, stylesheets, and the code whose hash names the stored views. wrangler watches the rest. */
const SOURCES = ['widget', 'src/layout', 'src/domain', 'src/projections'];
/** Editors write a file in several steps, and several files at once: milliseconds of quiet before a build. */
const SETTLED = 80;

/** Builds again after each change below `folders`, one build at a time; returns what ends it. */
export function rebuildOnChange(
  folders: readonly string[],
  build: () => Promise<unknown>,
  say: (line: string) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let building = Promise.resolve();
  const changed = (name: string): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(async () => {
        try {
          await build();
          say(`${name} changed: built anew.`);
        } catch (error) {
          say(
            `${name} changed, and cannot be built: ${error instanceof Error ? error.message : String(error)}`,
          );
        }
      });
    }, SETTLED);
  };
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_kind, name) => {
      if (name !== null && /\.(tsx?|css)$/.test(name)) changed(name);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

if (import.meta.main) {
  let last: Manifest | null = null;
  const build = async (): Promise<void> => {
    const manifest = await buildAll();
    if (manifest.embed.br !== last?.embed.br)
      console.log(`embed.js: ${manifest.embed.br} bytes with Brotli.`);
    last = manifest;
  };
  await runCommand(() =>
    serve(() => rebuildOnChange(SOURCES.map(inProject), build, (line) => console.log(line))),
  );
}
