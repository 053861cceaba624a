// Installs what the recipes need, in their own folder, where the lock says something else than what lies there.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));
const MARK = `${FOLDER}node_modules/.installed`;

export default async function setup(): Promise<void> {
  const lock = createHash('sha256')
    .update(readFileSync(`${FOLDER}package-lock.json`))
    .digest('hex');
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === lock) return;
  console.log('[recipes] installing the site builders ...');
  await promisify(execFile)('npm', ['ci', '--no-progress', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
  });
  writeFileSync(MARK, lock);
}
