// Answers kept for a moment: shared by all who ask at once, spared to who holds them, gone at the next write.
import { beforeEach, expect, test } from 'vitest';
import { forAll } from '../../src/http/kept.ts';
import { ResponseMemory } from '../../src/http/response-memory.ts';

let memory: ResponseMemory;
let made = 0;
beforeEach(() => {
  memory = new ResponseMemory();
  made = 0;
});

const asking = (held?: string) =>
  new Request('https://by-source.test/x', held === undefined ? {} : { headers: { 'If-None-Match': held } });
const answer = (body: string, init: ResponseInit = {}, sent = body) =>
  forAll(new Response(sent, { headers: { ETag: `"${body}"`, 'Content-Type': 'text/plain' }, ...init }));

/** Asks at an instant in milliseconds; what is made is named after how many were made before. */
const ask = (now: number, request = asking(), make = async () => answer(`v${++made}`)) =>
  memory.answer(request, 'x', now, make);
const textOf = async (response: Promise<Response>) => (await response).text();

test('an answer is given again for a second, then made anew', async () => {
  expect(await textOf(ask(0))).toBe('v1');
  expect(await textOf(ask(999))).toBe('v1');
  expect(await textOf(ask(1_001))).toBe('v2');
});

test('a write is seen at the next read', async () => {
  await textOf(ask(0));
  memory.clear();
  expect(await textOf(ask(1))).toBe('v2');
});

test('an answer begun before a write is not kept after it', async () => {
  const begun = Promise.withResolvers<void>();
  const slow = ask(0, asking(), async () => {
    await begun.promise;
    return answer('old');
  });
  memory.clear();
  const next = ask(1);
  begun.resolve();
  expect([await textOf(slow), await textOf(next), await textOf(ask(2))]).toEqual(['old', 'v1', 'v1']);
});

test('five thousand who ask at once share one making, and each is spared what it holds', async () => {
  const all = await Promise.all(
    Array.from({ length: 5_000 }, (_, at) => ask(0, asking(at % 2 === 0 ? '"v1"' : undefined))),
  );
  expect(made).toBe(1);
  expect(all.map(({ status }) => status).filter((status) => status === 304)).toHaveLength(2_500);
  expect(await (all[1] as Response).text()).toBe('v1');
  expect(await (all[0] as Response).text()).toBe('');
  expect((all[0] as Response).headers.get('ETag')).toBe('"v1"');
});

test('the one who makes it asks for the whole', async () => {
  const heads: (string | null)[] = [];
  const make = async (request: Request) => {
    heads.push(request.headers.get('If-None-Match'));
    return answer('v1');
  };
  const response = await memory.answer(asking('"v1"'), 'x', 0, make);
  expect([response.status, heads]).toEqual([304, [null]]);
});

test.for([404, 400, 500, 503])(
  'a %d is never kept, and each who waits for it can read it',
  async (status) => {
    const make = async () => answer(`no ${++made}`, { status });
    const both = await Promise.all([ask(0, asking(), make), ask(0, asking(), make)]);
    expect(await Promise.all(both.map((each) => each.text()))).toEqual(['no 1', 'no 1']);
    expect(both.map((each) => each.status)).toEqual([status, status]);
    expect(await textOf(ask(1, asking(), make))).toBe('no 2');
  },
);

test('an answer without a validator is never kept', async () => {
  const make = async () => forAll(new Response(`w${++made}`));
  expect([await textOf(ask(0, asking(), make)), await textOf(ask(1, asking(), make))]).toEqual(['w1', 'w2']);
});

test('what is not for all is made for each who asks, also of those who ask at once', async () => {
  const make = async () => new Response(`own ${++made}`, { headers: { ETag: '"own"' } });
  const texts = await Promise.all([0, 0, 0].map((at) => textOf(ask(at, asking(), make))));
  expect(texts).toEqual(['own 1', 'own 2', 'own 3']);
  expect(await textOf(ask(1, asking(), make))).toBe('own 4');
  const spared = await ask(2, asking('"own"'), make);
  expect([spared.status, await spared.text(), memory.size]).toEqual([304, '', 0]);
});

test('nobody waits where the answer before was of one asker', async () => {
  const never = () => new Promise<Response>(() => undefined);
  await textOf(ask(0, asking(), async () => new Response('own')));
  ask(1, asking(), never);
  expect(await textOf(ask(2, asking(), async () => new Response('another’s')))).toBe('another’s');
});

test('what is sent as it is read reaches the one who asked piece by piece', async () => {
  let pulled = 0;
  const make = async () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          controller.enqueue(new TextEncoder().encode(`${pulled++}`));
        },
      }),
    );
  const reader = (await ask(0, asking(), make)).body?.getReader();
  await reader?.read();
  expect(pulled).toBeLessThan(5);
  await reader?.cancel();
});

test('a making that fails fails for those who wait, and not for the next', async () => {
  const failing = async (): Promise<Response> => {
    throw new Error('no database');
  };
  await expect(ask(0, asking(), failing)).rejects.toThrow('no database');
  expect(await textOf(ask(1))).toBe('v1');
});

test('one address is never answered with another’s', async () => {
  await textOf(ask(0));
  expect(await (await memory.answer(asking(), 'y', 0, async () => answer('y'))).text()).toBe('y');
});

test('all that is kept together stays within its bytes, the newest first', async () => {
  const large = 'x'.repeat(900_000);
  for (let at = 0; at < 100; at++) {
    const make = async () => answer(`"${at}"`, {}, large);
    await (await memory.answer(asking(), `large-${at}`, 0, make)).arrayBuffer();
    expect(memory.size).toBeLessThanOrEqual(16_000_000);
  }
  expect(memory.size).toBeGreaterThan(10_000_000);
  const again = async (key: string) => {
    let made = false;
    const make = async () => {
      made = true;
      return answer('anew');
    };
    await (await memory.answer(asking(), key, 1, make)).arrayBuffer();
    return made;
  };
  expect([await again('large-99'), await again('large-0')]).toEqual([false, true]);
});

test('long addresses count too, and what is made again counts once', async () => {
  for (let at = 0; at < 3; at++) await textOf(ask(at * 2_000));
  const one = memory.size;
  expect(one).toBeLessThan(1_000);
  await textOf(memory.answer(asking(), 'y'.repeat(10_000), 6_000, async () => answer('y')));
  expect(memory.size).toBeGreaterThan(one + 20_000);
  memory.clear();
  expect(memory.size).toBe(0);
});

test('an answer over a megabyte is not kept', async () => {
  const make = async () => answer(`w${++made}`, {}, 'x'.repeat(1_000_001));
  for (let at = 0; at < 2; at++) await (await memory.answer(asking(), 'x', at, make)).arrayBuffer();
  expect([made, memory.size]).toEqual([2, 0]);
});
