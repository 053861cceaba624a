/** Keeps every script that was ever served, so that a page which pinned one goes on working after later releases. */
import script from '../../../dist/embed.js.txt';
import manifest from '../../../dist/manifest.json';
import { readDocument, storeDocument } from '../../store/listings.ts';

/** This release's script. */
const CURRENT_SCRIPT = { hash: manifest.embed.hash, text: script };

/** Stores this release's script once; said again, it does nothing. */
export async function keepScript(db: D1Database, now: string): Promise<void> {
  const name = `script:${CURRENT_SCRIPT.hash}`;
  if ((await readDocument(db, name)) === null) await storeDocument(db, name, now, CURRENT_SCRIPT.text);
}
