/** Keeps every script that was ever served, so that a page which pinned one goes on working after later releases. */
import script from '../../../dist/embed.js.txt';
import manifest from '../../../dist/manifest.json';
import { readDocument, storeDocument } from '../../store/listings.ts';
import type { Deps } from '../deps.ts';

/** This release's script. */
const CURRENT_SCRIPT = { hash: manifest.embed.hash, text: script };

const nameOf = (hash: string): string => `script:${hash}`;

/** The text of a script that a release served, or null. */
export async function readScript({ db }: Pick<Deps, 'db'>, hash: string): Promise<string | null> {
  const kept = await readDocument(db, nameOf(hash));
  return kept && (JSON.parse(kept.body) as string);
}

/** Stores this release's script once; said again, it does nothing. */
export async function keepScript(db: D1Database, now: string): Promise<void> {
  const name = nameOf(CURRENT_SCRIPT.hash);
  if ((await readDocument(db, name)) === null) await storeDocument(db, name, now, CURRENT_SCRIPT.text);
}
