// How large the Worker is as uploaded: Cloudflare's limit counts all of its modules, compressed with gzip.
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { inProject } from './project.ts';

/** Measures what `npm run deploy -- --dry-run` left in dist/worker; `gzip` is in bytes. */
export async function measureWorker(): Promise<{ gzip: number; files: number }> {
  const names = (await readdir(inProject('dist/worker'))).filter(
    (name) => !name.endsWith('.map') && name !== 'README.md',
  );
  const contents = await Promise.all(names.sort().map((name) => readFile(inProject(`dist/worker/${name}`))));
  return { gzip: gzipSync(Buffer.concat(contents)).byteLength, files: names.length };
}
