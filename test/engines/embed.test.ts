// The widget on other people's pages in Firefox and WebKit: the same host pages as in Chromium, by each engine's own protocol.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { HostSite } from '../browser/host-site.ts';
import { KURSK, openHostSite } from '../browser/visit.ts';
import { ENGINES, type Engine, type EngineName, until } from './engine.ts';
import { ALL_DRAWN, SIGHTS, type Sight } from './sights.ts';

/** Pages on which every widget draws without anything more being done. */
const DRAWING = [
  '01',
  '02',
  '04',
  '05',
  '09',
  '10',
  '11',
  '16',
  '17',
  '18',
  '19',
  '21',
  '22',
  '23',
  '35',
  '40',
];

let site: HostSite;
beforeAll(async () => {
  site = await openHostSite();
});
afterAll(() => site?.stop());

const opened: Partial<Record<EngineName, Engine | null>> = {};
for (const name of Object.keys(ENGINES) as EngineName[]) opened[name] = await ENGINES[name]();
afterAll(async () => {
  for (const engine of Object.values(opened)) await engine?.close();
});

const here = Object.values(opened).flatMap((engine) => engine ?? []);
const missing = Object.entries(opened).flatMap(([name, engine]) => (engine === null ? [name] : []));
console.log(`Engines here: ${here.map(({ name }) => name).join(', ') || 'none'}.`);
if (missing.length > 0) console.log(`Not on this machine, so not run: ${missing.join(', ')}.`);

describe.each(here.map((engine) => [engine.name, engine] as const))('%s', (_name, engine) => {
  test.for(DRAWING)('host page %s: every widget draws whole', async (number) => {
    await engine.width(1_280);
    await engine.open(site.page(number));
    await until(engine, ALL_DRAWN, { what: 'every widget drawn' });
    const sights = await engine.evaluate<Sight[]>(SIGHTS);
    for (const sight of sights) {
      expect(sight).toMatchObject({ drawn: true, sideways: 0 });
      expect(sight.width).toBeGreaterThan(250);
      expect(sight.tallest).toBeLessThan(400);
    }
    expect(await engine.noise()).toEqual([]);
  });

  test('the strict policy is in force, and nothing of the widget breaks it', async () => {
    await engine.open(site.page('05'));
    await engine.evaluate(
      `(window.broken = [], addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective)), 1)`,
    );
    await until(engine, ALL_DRAWN, { what: 'every widget drawn' });
    expect(await engine.evaluate('broken')).toEqual([]);
    await engine.evaluate(`(document.body.setAttribute('style', 'color: red'), 1)`);
    await until(engine, 'broken.length > 0', { what: 'one violation' });
  });

  test('a sandbox that allows scripts alone: the article in it is drawn', async () => {
    await engine.open(site.page('06'));
    await until(engine, ALL_DRAWN, { what: 'the widget in the sandbox', frame: 0 });
    expect(await engine.evaluate('origin', 0)).toBe('null');
  });

  test('the frame by itself has its styles and its rows', async () => {
    await engine.open(`${inject('base')}/embed/${KURSK}`);
    const display = await engine.evaluate<string>(
      `getComputedStyle(document.querySelector('tr:has([scope=row])')).display`,
    );
    expect(display).toBe('grid');
    expect(await engine.evaluate<number>(`document.querySelectorAll('[scope=row]').length`)).toBe(8);
  });

  test('the topic page stands within its window', async () => {
    await engine.width(460);
    await engine.open(`${inject('base')}/t/${KURSK}`);
    const [wide, window] = await engine.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, innerWidth]',
    );
    expect(wide).toBeLessThanOrEqual(window);
    expect(await engine.evaluate('document.fonts.ready.then((fonts) => fonts.size > 0)')).toBe(true);
  });
});

test('which engines ran is said', () => {
  expect(here.length + missing.length).toBe(Object.keys(ENGINES).length);
});
