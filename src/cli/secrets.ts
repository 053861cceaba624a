// The secrets for local use, made at the first start and kept in .dev.vars, which git ignores.
import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { inProject } from './project.ts';

const NAMES = ['EDITOR_TOKEN', 'LINK_SECRET', 'COUNTS_SECRET'] as const;

/** Adds the secrets that are missing, keeps every line that is there, and returns the editor's token. */
export async function ensureSecrets(file = inProject('.dev.vars')): Promise<{ token: string; file: string }> {
  const present = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const known = parseEnv(present);
  const missing = NAMES.filter((name) => !known[name]);
  if (missing.length > 0) {
    const lines = missing.map((name) => `${name}=${randomBytes(32).toString('base64url')}\n`);
    const glue = present === '' || present.endsWith('\n') ? '' : '\n';
    await writeFile(file, `${present}${glue}${lines.join('')}`, { mode: 0o600 });
  }
  await chmod(file, 0o600);
  const { EDITOR_TOKEN: token } = parseEnv(await readFile(file, 'utf8'));
  if (!token) throw new Error(`${file} has no EDITOR_TOKEN`);
  return { token, file };
}
