// A real Chromium with nothing to download: the one that an npm package carries, made as strict as a reader's.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import packaged, { inflate } from '@sparticuz/chromium';
import playwright, { type Browser } from 'playwright-core';

/** These would let pages break the very rules that the tests are about: same origin, sandboxes, separate processes. */
const UNSAFE = [
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--no-zygote',
  '--disable-site-isolation-trials',
];

/** Nothing outside this machine is asked for, by a page or by the browser itself. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

const LIBRARY_FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'];

/** Opens the browser; elsewhere than on Linux x64 that is the Chrome installed there. */
export async function openBrowser(): Promise<Browser> {
  if (!isCarried()) return playwright.chromium.launch({ channel: 'chrome', args: QUIET });
  const folder = await unpackChromium();
  const args = packaged.args.filter(
    (arg) => !UNSAFE.includes(arg) && !/^--(headless|disable-features)/.test(arg),
  );
  const hasLibraries = LIBRARY_FOLDERS.some((place) => existsSync(`${place}/libnss3.so`));
  return playwright.chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...args, ...QUIET],
    env: {
      ...process.env,
      ...(hasLibraries ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }),
    },
  });
}

function isCarried(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Unpacks the browser and the libraries it may miss into a folder named by its version; once a machine. */
export async function unpackChromium(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const home = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `by-source-chromium-${version}`);
  if (!isCarried() || existsSync(folder)) return folder;
  const half = await mkdtemp(`${folder}-`);
  const outer = process.env.TMPDIR;
  // The package unpacks to the system's temporary folder, under names that another version would take for its own.
  process.env.TMPDIR = half;
  try {
    await packaged.executablePath();
    await inflate(join(home, 'bin', 'al2023.tar.br'));
  } finally {
    if (outer === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outer;
  }
  // Moved into place whole; whoever came first wins, and both are the same.
  await rename(half, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(half, { recursive: true, force: true });
  });
  return folder;
}
