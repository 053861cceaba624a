// `npm run deploy`: builds, migrates the remote database, deploys. With --dry-run: builds, and needs no account.
import { readFile } from 'node:fs/promises';
import { buildAll } from './build.ts';
import { CommandRefusal, inProject, runCommand } from './project.ts';
import { measureWorker } from './worker-size.ts';
import { runWrangler, spawnWrangler } from './wrangler.ts';

await runCommand(async () => {
  const args = process.argv.slice(2);
  await buildAll();
  if (args.includes('--dry-run')) await rehearse(args);
  else await deploy(args);
});

async function rehearse(args: string[]): Promise<void> {
  const { code, output } = await runWrangler(['deploy', '--outdir', 'dist/worker', ...args]);
  console.log(output.trim());
  if (code !== 0) throw new CommandRefusal('The Worker cannot be deployed like this.');
  const { gzip, files } = await measureWorker();
  console.log(`\nThe Worker is ${gzip} bytes with gzip, in ${files} files (dist/worker).`);
}

async function deploy(args: string[]): Promise<void> {
  const settings = await readFile(inProject('wrangler.toml'), 'utf8');
  if (/^SITE_ORIGIN = ""/m.test(settings))
    throw new CommandRefusal(
      'wrangler.toml does not say where the site is: set SITE_ORIGIN to its address, or mailed links lead nowhere.',
    );
  if (settings.includes('"00000000-0000-0000-0000-000000000000"')) {
    throw new CommandRefusal(
      'wrangler.toml names no database yet: run `npx wrangler d1 create by-source` once and put the id it prints there.',
    );
  }
  await attended(['d1', 'migrations', 'apply', 'DB', '--remote']);
  await attended(['deploy', ...args]);
}

/** Runs wrangler at the terminal: it may have to ask who is deploying. */
function attended(args: string[]): Promise<void> {
  const child = spawnWrangler(args, 'inherit');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new CommandRefusal(`wrangler ${args.join(' ')} failed; nothing after it was done.`));
    });
  });
}
