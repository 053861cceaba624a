// Real site builders, run as an author runs them: a copy of a small site with the snippet in it, built into files.
import { execFile } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));
/** Within the recipes, so that every builder finds its packages. */
const SITES = join(FOLDER, '.sites');
const run = promisify(execFile);

/** Runs a script of the recipes, or a command of their packages, under this Node; gives what it prints. */
export async function runNode(script: string, args: readonly string[], cwd = FOLDER): Promise<string> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NODE_ENV: undefined };
  try {
    const { stdout } = await run(process.execPath, [join(FOLDER, script), ...args], {
      cwd,
      env,
      maxBuffer: 1e8,
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${script}: ${stdout}\n${stderr}`);
  }
}

/** Runs a command of this machine; gives what it prints. */
export const runCommand = async (command: string, args: readonly string[]): Promise<string> =>
  (await run(command, args, { maxBuffer: 1e8 })).stdout;

/** A copy of a site of `sites/` with these files in it. */
export async function makeSite(kind: string, name: string, files: Record<string, string>): Promise<string> {
  const folder = join(SITES, name);
  await rm(folder, { recursive: true, force: true });
  await cp(join(FOLDER, 'sites', kind), folder, { recursive: true, errorOnExist: false }).catch(() =>
    mkdir(folder, { recursive: true }),
  );
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** A text in a file of its own, for a script to read. */
export async function placeText(name: string, text: string): Promise<string> {
  const folder = await makeSite('none', `text-${name}`, { 'text.md': text });
  return join(folder, 'text.md');
}

/** Each gives the folder of the built site. */
export const BUILDERS = {
  async vite(framework: 'react' | 'vue' | 'svelte', name: string, files: Record<string, string>) {
    const folder = await makeSite(framework, name, files);
    await runNode('build-with-vite.mjs', [framework, folder]);
    return join(folder, 'built');
  },
  async next(name: string, files: Record<string, string>) {
    const folder = await makeSite('next', name, files);
    await runNode('node_modules/next/dist/bin/next', ['build', folder], folder);
    return join(folder, 'out');
  },
  async eleventy(name: string, files: Record<string, string>) {
    const folder = await makeSite('eleventy', name, files);
    await runNode('node_modules/@11ty/eleventy/cmd.cjs', ['--input=.', '--output=built', '--quiet'], folder);
    return join(folder, 'built');
  },
  async hugo(command: string, name: string, files: Record<string, string>) {
    const folder = await makeSite('hugo', name, files);
    await runCommand(command, ['--source', folder, '--destination', join(folder, 'built')]);
    return join(folder, 'built');
  },
};
