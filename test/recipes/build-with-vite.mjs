// Builds a page of one framework twice, as a server draws it and as a browser takes it over: `node build-with-vite.mjs FRAMEWORK FOLDER`.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , framework, folder] = process.argv;
// Development builds say where what the browser has is not what the server sent.
process.env.NODE_ENV = 'development';
const { build } = await import('vite');

const plugins = {
  react: async () => [],
  vue: async () => [(await import('@vitejs/plugin-vue')).default()],
  svelte: async () => [(await import('@sveltejs/vite-plugin-svelte')).svelte()],
};
const shared = {
  root: folder,
  mode: 'development',
  configFile: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"development"' },
};

await build({
  ...shared,
  plugins: await plugins[framework](),
  build: { ssr: framework === 'react' ? 'server.jsx' : 'server.js', outDir: 'server', minify: false },
  ssr: { noExternal: true },
});
const { render } = await import(pathToFileURL(join(folder, 'server/server.js')).href);
const { head, body } = await render();
await build({ ...shared, plugins: await plugins[framework](), build: { outDir: 'built', minify: false } });
const page = join(folder, 'built/index.html');
const html = await readFile(page, 'utf8');
await writeFile(
  page,
  html.replace('</head>', () => `${head}</head>`).replace('<!--app-->', () => body),
);
await rm(join(folder, 'server'), { recursive: true });
