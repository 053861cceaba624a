// The beat: at each full minute, in UTC milliseconds, until it is ended.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startHeartbeat } from '../../src/cli/heartbeat.ts';

const START = Date.parse('2025-01-13T10:00:30Z');
let asked: string[];
let answer: () => Response;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  asked = [];
  answer = () => new Response('ok');
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return answer();
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('beats at full minutes and stops when told', async () => {
  const said: string[] = [];
  const end = startHeartbeat('http://localhost:1', (line) => said.push(line));
  await vi.advanceTimersByTimeAsync(29_999);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_001);
  const beat = (iso: string): string =>
    `http://localhost:1/cdn-cgi/handler/scheduled?cron=*+*+*+*+*&time=${Date.parse(iso)}`;
  expect(asked).toEqual([beat('2025-01-13T10:01:00Z'), beat('2025-01-13T10:02:00Z')]);
  end();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(asked.length).toBe(2);
  expect(said).toEqual([]);
});

test('a failed beat is said, and the next one comes all the same', async () => {
  const said: string[] = [];
  answer = () => new Response('no', { status: 500 });
  const end = startHeartbeat('http://localhost:1', (line) => said.push(line));
  await vi.advanceTimersByTimeAsync(90_000);
  end();
  expect(asked.length).toBe(2);
  expect(said).toEqual(["The minute's work failed: 500.", "The minute's work failed: 500."]);
});
