// Loads the reviewed files of data/ into a running Worker, through the same doors as any editor's claim.
import { readData } from './data-files.ts';
import { CommandRefusal } from './project.ts';

type Imported = { recorded: number; corrected: number; warnings: { claim: string; message: string }[] };

/** Sources first, then each topic with its records; a second load finds nothing new. Throws when a door refuses. */
export async function loadData(base: string, token: string, say: (line: string) => void): Promise<void> {
  const { sources, topics } = await readData();
  const post = (path: string, body: unknown): Promise<unknown> => postJson(`${base}${path}`, token, body);
  await post('/v1/sources', { items: sources });
  for (const { slug, topic, files } of topics) {
    const claims = files.flatMap((file) => file.records as unknown[]);
    const { recorded, corrected } = (await post('/v1/imports', { batch: 'data', topic, claims })) as Imported;
    const news = recorded + corrected > 0 ? `${recorded} added, ${corrected} corrected` : 'nothing new';
    say(`${slug}: ${claims.length} records, ${news}.`);
  }
  await post('/v1/loads', {});
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
