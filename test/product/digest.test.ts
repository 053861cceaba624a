// The digest end to end: the running product, a real SMTP server, the mails as a reader's program reads them.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Email } from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePortPair } from '../../src/cli/ports.ts';
import { inProject } from '../../src/cli/project.ts';
import { npmStart, type Started } from './npm-start.ts';
import { headerOf, linksOf, openPostOffice, type PostOffice } from './post-office.ts';

const TOPIC = 'north-korean-casualties-kursk';
const READER = 'reader@mail.example';
const DAY = 86_400_000;

let state: string;
let base: string;
let running: Started;
let post: PostOffice;
let token: string;

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'by-source-digest-'));
  const port = await freePortPair();
  base = `http://localhost:${port}`;
  post = await openPostOffice();
  running = npmStart(port, state, {
    MAILER: 'smtp',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(post.port),
    SMTP_TLS: 'none',
    MAIL_RATE: '50',
  });
  await running.ready;
  token = parseEnv(await readFile(inProject('.dev.vars'), 'utf8')).EDITOR_TOKEN ?? '';
});

afterAll(async () => {
  running?.interrupt('SIGTERM');
  await running?.ended;
  await post?.close();
  await rm(state, { recursive: true, force: true });
});

interface Run {
  id: string;
  state: string;
  balanced: boolean;
  candidates: number;
  sent: number;
  skipped: Record<string, number> | number;
}

/** Opens the run of a day as if it were that day's evening, and waits until its ledger is settled. */
async function runOf(days: number): Promise<Run> {
  const at = new Date(Date.now() + days * DAY).toISOString();
  const opened = await asEditor('/v1/digest-runs', { cadence: 'daily', at });
  const { id } = (await opened.json()) as Run;
  for (;;) {
    const run = (await (await fetch(`${base}/v1/digest-runs/${id}`)).json()) as Run;
    if (run.state === 'done') return run;
    await new Promise((turn) => setTimeout(turn, 50));
  }
}

const asEditor = (path: string, body: unknown): Promise<Response> =>
  fetch(base + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Follows every link of a mail by GET, as a scanner does. */
async function scan(mail: Email): Promise<void> {
  for (const link of linksOf(mail, base)) {
    const answer = await fetch(link, { redirect: 'manual' });
    expect([link, answer.status < 500]).toEqual([link, true]);
    await answer.body?.cancel();
  }
}

test('subscribe, confirm, a first digest, silence, exactly the change, and gone after one POST', async () => {
  const asked = await fetch(`${base}/v1/subscriptions`, {
    method: 'POST',
    body: JSON.stringify({ email: READER, topics: [TOPIC], cadence: 'daily', timezone: 'Europe/Berlin' }),
  });
  expect(asked.status).toBe(202);
  const mail = await post.next(0);
  expect(mail.to?.[0]?.address).toBe(READER);
  const [confirm] = linksOf(mail, base);
  // A scanner's GET confirms nobody: nobody is due.
  await scan(mail);
  expect((await runOf(2)).candidates).toBe(0);
  const confirmed = await fetch(confirm ?? '', { method: 'POST', redirect: 'manual' });
  expect(confirmed.status).toBeLessThan(400);

  const first = await runOf(4);
  expect(first).toMatchObject({ balanced: true, candidates: 1, sent: 1 });
  const digest = await post.next(1);
  expect(digest.text).toContain('South Korea’s intelligence service: “about 4,700 casualties”');
  expect(digest.html).toContain('4,700');
  expect(headerOf(digest, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  for (const line of (digest.text ?? '').split('\n').filter((each) => !each.includes('http'))) {
    expect([line, [...line].length <= 72]).toEqual([line, true]);
  }
  await scan(digest);

  const quiet = await runOf(6);
  expect(quiet).toMatchObject({ balanced: true, candidates: 1, sent: 0 });
  expect(post.mails).toHaveLength(2);

  const claim = {
    topic: TOPIC,
    measure: 'killed-or-wounded',
    source: 'south-korea-nis',
    stance: 'states',
    value: { kind: 'point', point: 5300, hedge: 'about', stated: 'about 5,300 casualties' },
    said: new Date().toISOString().slice(0, 10),
    evidence: [{ url: 'https://news.example/5300', outlet: 'News Agency' }],
  };
  expect((await asEditor('/v1/claims', claim)).status).toBe(201);
  expect(await runOf(8)).toMatchObject({ balanced: true, sent: 1 });
  const change = await post.next(2);
  const told = (change.text ?? '').replace(/\s+/g, ' ');
  expect(told).toContain(
    'South Korea’s intelligence service: “about 5,300 casualties”, was “about 4,700 casualties”',
  );
  expect(told).not.toContain('Ukraine’s president');
  expect(change.text?.match(/^- /gm)).toHaveLength(1);
  const archived = linksOf(change, base).find((link) => link.includes('/digests/')) ?? '';
  expect(await (await fetch(archived)).text()).toContain('5,300');
  expect((await fetch(archived.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(404);

  await scan(change);
  const [, leave = ''] = /<(http[^>]+)>/.exec(headerOf(change, 'List-Unsubscribe')) ?? [];
  const left = await fetch(leave, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    redirect: 'manual',
  });
  expect(left.status).toBe(200);
  await asEditor('/v1/claims', {
    ...claim,
    value: { ...claim.value, point: 5400, stated: 'about 5,400 casualties' },
  });
  expect((await runOf(10)).candidates).toBe(0);
  expect(post.mails).toHaveLength(3);
});
