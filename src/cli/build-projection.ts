// Names the code that projects the record, so that views stored by another release are made anew.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from './project.ts';

/** A hash of every file that a stored view depends on. */
export async function projectionHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['src/domain', 'src/projections']) {
    for (const name of (await readdir(inProject(folder), { recursive: true })).sort()) {
      if (name.endsWith('.ts')) hash.update(name).update(await readFile(inProject(join(folder, name))));
    }
  }
  return hash.digest('base64url').slice(0, 16);
}
