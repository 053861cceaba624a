// Names the code that projects the record, so that views stored by another release are made anew.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from './project.ts';

/** A hash of every file that a stored view depends on: the code, and the reviewed rules that it reads. */
export async function projectionHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const { folder, recursive, ends } of [
    { folder: 'src/domain', recursive: true, ends: '.ts' },
    { folder: 'src/projections', recursive: true, ends: '.ts' },
    { folder: 'data', recursive: false, ends: '.json' },
  ]) {
    for (const name of (await readdir(inProject(folder), { recursive })).sort()) {
      if (name.endsWith(ends)) hash.update(name).update(await readFile(inProject(join(folder, name))));
    }
  }
  return hash.digest('base64url').slice(0, 16);
}
