// Puts a built file in its place: whole, and only when it differs.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inProject } from './project.ts';

/**
 * Writes a file given relative to the project's folder. A running server watches these files: one that did not
 * change is left alone, and one that did is moved into place, so that nobody reads half of it.
 */
export async function placeFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = inProject(path);
  const present = await readFile(target).catch(() => null);
  if (present?.equals(bytes)) return;
  await mkdir(dirname(target), { recursive: true });
  const half = `${target}.${process.pid}.new`;
  await writeFile(half, bytes);
  await rename(half, target);
}
