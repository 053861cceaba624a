// Bundles widget/element.ts into the one script that other sites load.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { build, type Plugin, transform } from 'esbuild';
import { minify } from 'terser';
import { brotli, brotliHead } from './brotli.ts';
import { contentHash, integrity } from './content-hash.ts';
import { placeFile } from './place-file.ts';
import { CommandRefusal, inProject } from './project.ts';

export type WidgetEntry = { bytes: number; br: number; hash: string; sri: string };

/**
 * Writes dist/embed.js, dist/embed.js.br, dist/embed.js.txt and dist/embed.d.ts.txt; sizes are in bytes. The head
 * (dist/embed-head.txt, dist/embed-head.br) is the same up to the name of the host, which the Worker writes behind it.
 */
export async function buildWidget(): Promise<WidgetEntry> {
  const entry = inProject('widget/element.ts');
  if (!existsSync(entry))
    throw new CommandRefusal('widget/element.ts is missing: there is no widget to build.');
  const head = Buffer.concat([
    Buffer.from('(bySourceHost=>{'),
    await bundleForBrowsers(entry),
    Buffer.from('})('),
  ]);
  // The bytes that are pinned name no host: they are the same wherever they are served.
  const script = Buffer.concat([head, Buffer.from('"")')]);
  const compressed = brotli(script);
  await placeFile('dist/embed.js', script);
  await placeFile('dist/embed.js.br', compressed);
  // The same bytes once more, under the ending that the Worker's bundler takes as text.
  await placeFile('dist/embed.js.txt', script);
  await placeFile('dist/embed-head.txt', head);
  await placeFile('dist/embed-head.br', brotliHead(head));
  await placeFile('dist/embed.d.ts.txt', await readFile(inProject('widget/by-source.d.ts')));
  return {
    bytes: script.byteLength,
    br: compressed.byteLength,
    hash: contentHash(script),
    sri: integrity(script),
  };
}

/**
 * One classic script that leaves no global behind. ASCII only, so that a host page's encoding cannot spoil it.
 * The output never depends on a file outside the bundle: the same sources give the same bytes.
 */
export async function bundleForBrowsers(entry: string, plugins: readonly Plugin[] = []): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    treeShaking: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
    plugins: [...plugins, cssAsText],
    jsx: 'transform',
    jsxFactory: 'jsxElement',
    jsxFragment: 'jsxFragment',
    inject: [inProject('widget/jsx.ts')],
    // The project's own says otherwise, for pages.
    tsconfigRaw: '{}',
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`esbuild wrote nothing for ${entry}`);
  return tightened(script.text);
}

/** A second pass of another minifier: it folds some hundred bytes more. */
async function tightened(script: string): Promise<Uint8Array> {
  const { code } = await minify(script, {
    // Functions that it would fold into their one caller pack worse there.
    compress: { passes: 3, ecma: 2020, unsafe_arrows: true, reduce_funcs: false },
    format: { ecma: 2020, ascii_only: true, quote_style: 1 },
  });
  if (code === undefined) throw new Error('terser wrote nothing');
  return new TextEncoder().encode(code);
}

/** The panel's stylesheet as a minified text, for a constructed sheet. */
const cssAsText: Plugin = {
  name: 'css-as-text',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};
