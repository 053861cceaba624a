/** Reads the reviewed files of `data/` as they are: codebook, sources, topics and their record files. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface TopicFiles {
  slug: string;
  topic: unknown;
  files: { path: string; name: string; records: unknown }[];
}
export interface DataFiles {
  codebook: unknown;
  sources: unknown;
  topics: TopicFiles[];
  lock: Record<string, string>;
}

export const DATA = 'data';
export const LOCK = join(DATA, 'records.lock.json');

/** Throws with the file's name when one is missing or is not JSON. */
export async function readData(root: string = DATA): Promise<DataFiles> {
  const slugs = (await readdir(join(root, 'topics'))).sort();
  // A lock that is missing seals nothing yet; one that cannot be read must be mended, or changes would pass unseen.
  const seals = join(root, 'records.lock.json');
  const lock = existsSync(seals) ? await readJson(seals) : {};
  return {
    codebook: await readJson(join(root, 'codebook.json')),
    sources: await readJson(join(root, 'sources.json')),
    topics: await Promise.all(slugs.map((slug) => readTopic(root, slug))),
    lock: lock as Record<string, string>,
  };
}

async function readTopic(root: string, slug: string): Promise<TopicFiles> {
  const folder = join(root, 'topics', slug);
  const names = (await readdir(join(folder, 'claims'))).filter((name) => name.endsWith('.json')).sort();
  const topic = await readJson(join(folder, 'topic.json'));
  const files = names.map(async (name) => {
    const path = join(folder, 'claims', name);
    return { path, name: name.replace(/\.json$/, ''), records: await readJson(path) };
  });
  return { slug, topic, files: await Promise.all(files) };
}

/** Throws with the file's name when it is missing or is not JSON. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
