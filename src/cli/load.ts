// Loads the reviewed files of data/ into a running Worker, through the same doors as any editor's claim.
import { readData } from './data-files.ts';
import { CommandRefusal } from './project.ts';

type Imported = { recorded: number; corrected: number; warnings: { claim: string; message: string }[] };

/** The codebook and the sources first, then each topic with its records; a second load finds nothing new. Throws when a door refuses. */
export async function loadData(base: string, token: string, say: (line: string) => void): Promise<void> {
  const { codebook, sources, topics } = await readData();
  const post = (path: string, body: unknown): Promise<unknown> => postJson(`${base}${path}`, token, body);
  await loadCodebook(base, codebook as CodebookFile, post);
  await post('/v1/sources', { items: sources });
  for (const { slug, topic, files } of topics) {
    const claims = files.flatMap((file) => file.records as unknown[]);
    const { recorded, corrected } = (await post('/v1/imports', { batch: 'data', topic, claims })) as Imported;
    const news = recorded + corrected > 0 ? `${recorded} added, ${corrected} corrected` : 'nothing new';
    say(`${slug}: ${claims.length} records, ${news}.`);
  }
  await post('/v1/loads', {});
}

type CodebookFile = Record<'metrics' | 'units', { id: string; version: number }[]>;

/** What the site lacks, or holds in an older version: what an editor has changed since is not thrown back. */
async function loadCodebook(
  base: string,
  file: CodebookFile,
  post: (path: string, body: unknown) => Promise<unknown>,
): Promise<void> {
  for (const kind of ['units', 'metrics'] as const) {
    const held = await readAll(`${base}/v1/${kind}`);
    const items = file[kind].filter(({ id, version }) => version > (held.get(id) ?? 0));
    if (items.length > 0) await post(`/v1/${kind}`, { items });
  }
}

/** Each id of a list with its version. */
async function readAll(address: string): Promise<Map<string, number>> {
  const held = new Map<string, number>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const response: Response = await fetch(`${address}?limit=100&cursor=${encodeURIComponent(cursor)}`);
    const text = await response.text();
    if (!response.ok)
      throw new CommandRefusal(`${address} answered ${response.status}: ${text.slice(0, 2_000)}`);
    const page = JSON.parse(text) as { items: { id: string; version: number }[]; nextCursor: string | null };
    for (const { id, version } of page.items) held.set(id, version);
    cursor = page.nextCursor;
  }
  return held;
}

async function postJson(url: string, token: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok)
    throw new CommandRefusal(`${new URL(url).pathname} answered ${response.status}: ${text.slice(0, 2_000)}`);
  return JSON.parse(text);
}
