// The list of breakages does not rot: each still stands once in its file, is code when broken, and names tests that are there.
import { expect, test } from 'vitest';
import { faultOf, keyOf, readMutants } from '../../src/cli/mutants.ts';

const mutants = await readMutants();

test('each can be tried', async () => {
  expect((await Promise.all(mutants.map(faultOf))).filter((fault) => fault !== null)).toEqual([]);
});

test('no two are the same', () => {
  expect(new Set(mutants.map(keyOf)).size).toBe(mutants.length);
});

test('there are at least 120, and some of every room', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(120);
  const rooms = Map.groupBy(mutants, ({ room }) => room);
  for (const room of ['domain', 'read', 'store', 'faces', 'widget', 'edge', 'wiring'])
    expect([room, (rooms.get(room)?.length ?? 0) >= 10]).toEqual([room, true]);
});
