// `npm start` from outside: it serves what it prints, ends when told, and starts again with what was added.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePortPair, refuseTakenPort } from '../../src/cli/ports.ts';
import { inProject } from '../../src/cli/project.ts';
import { npmStart, type Started } from './npm-start.ts';

const TOPIC = 'north-korean-casualties-kursk';

let state: string;
let port: number;
let base: string;
let running: Started;

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'by-source-start-'));
  port = await freePortPair();
  base = `http://localhost:${port}`;
  running = npmStart(port, state);
  await running.ready;
});

afterAll(async () => {
  running.interrupt('SIGTERM');
  await running.ended;
  await rm(state, { recursive: true, force: true });
});

test('every address it prints is there', async () => {
  const addresses = running.printed().match(/http:\/\/localhost:\d+\/\S*/g) ?? [];
  expect(addresses.length).toBeGreaterThanOrEqual(5);
  for (const address of addresses) {
    const answer = await fetch(address);
    expect([address, answer.status]).toEqual([address, 200]);
    await answer.body?.cancel();
  }
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
  expect(running.printed()).toContain('EDITOR_TOKEN in .dev.vars');
});

test('a second start on the same port is refused in one sentence', async () => {
  const second = npmStart(port, state);
  expect(await second.ended).toBe(1);
  expect(second.printed()).toContain(`Port ${port} is taken`);
  expect(second.printed()).not.toContain('    at ');
});

test('Ctrl-C ends it and frees its ports; the next start keeps what was added and adds nothing twice', async () => {
  const added = await addClaim();
  const before = await claims();
  expect(before).toContain(added);
  running.interrupt('SIGINT');
  await running.ended;
  await refuseTakenPort(port);
  await refuseTakenPort(port + 1);
  running = npmStart(port, state);
  await running.ready;
  expect((await claims()).toSorted()).toEqual(before.toSorted());
});

async function addClaim(): Promise<string> {
  const view = (await (await fetch(`${base}/v1/topics/${TOPIC}`)).json()) as {
    measures: { id: string }[];
    sources: { id: string }[];
  };
  const { EDITOR_TOKEN } = parseEnv(await readFile(inProject('.dev.vars'), 'utf8'));
  const answer = await fetch(`${base}/v1/claims`, {
    method: 'POST',
    headers: { authorization: `Bearer ${EDITOR_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      topic: TOPIC,
      measure: view.measures[0]?.id,
      source: view.sources[0]?.id,
      stance: 'declines',
      value: null,
      said: '2025-06-01',
      published: '2025-06-01',
      evidence: [
        { url: 'https://example.org/a', outlet: 'Example', title: 'A page', published: '2025-06-01' },
      ],
    }),
  });
  const body = await answer.text();
  expect([answer.status, body]).toEqual([201, body]);
  const { id, claim } = JSON.parse(body) as { id?: string; claim?: { id: string } };
  return id ?? claim?.id ?? '';
}

async function claims(): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = new URLSearchParams({ limit: '100', ...(cursor === '' ? {} : { cursor }) });
    const page = (await (await fetch(`${base}/v1/topics/${TOPIC}/claims?${query}`)).json()) as {
      items: { id: string }[];
      nextCursor: string | null;
    };
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}
