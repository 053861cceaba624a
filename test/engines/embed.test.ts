// The widget on other people's pages in Firefox and WebKit: the same host pages as in Chromium, by each engine's own protocol.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { HostSite } from '../browser/host-site.ts';
import { recordRightToLeft } from '../browser/right-to-left-topics.ts';
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
  '25',
  '29',
  '31',
  '32',
  '33',
  '34',
  '36',
  '38',
  '39',
  '40',
  '41',
];

let site: HostSite;
beforeAll(async () => {
  await recordRightToLeft();
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

  test('one page, many mistakes: two draw, and each other one says what was wrong', async () => {
    await engine.open(site.page('24'));
    const states = `Object.fromEntries([...document.querySelectorAll('main > [id]')].map((each) =>
      [each.id, each.dataset.state ?? (each.shadowRoot?.querySelector('article') ? 'drawn' : '')]))`;
    await engine.evaluate(`(document.querySelector('#also-right').scrollIntoView(), 1)`);
    await until(engine, `Object.values(${states}).every(Boolean)`, { what: 'a state of every widget' });
    expect(await engine.evaluate(states)).toEqual({
      right: 'drawn',
      hash: 'unknown-topic',
      ampersand: 'unknown-topic',
      address: 'unknown-topic',
      spaces: 'unknown-topic',
      escapes: 'unknown-topic',
      empty: 'unknown-topic',
      measure: 'unknown-measure',
      scheme: 'unreadable',
      window: 'unreadable',
      'also-right': 'drawn',
    });
  });

  test('what the page hides stays hidden, and draws once it is shown', async () => {
    await engine.width(1_280);
    await engine.open(site.page('26'));
    await until(engine, `customElements.get('by-source')`, { what: 'the script' });
    const seen = `[...document.querySelectorAll('by-source')].filter((each) => each.checkVisibility()).length`;
    expect(await engine.evaluate(seen)).toBe(0);
    await engine.evaluate(`(document.querySelector('details').open = true, 1)`);
    await until(engine, ALL_DRAWN, { what: 'the widget in the details' });
    expect(await engine.evaluate(seen)).toBe(1);
  });

  test.for(['27', '28'])('page %s, a tag without its end: the article after it stays', async (number) => {
    await engine.open(site.page(number));
    await until(
      engine,
      `document.querySelector('by-source, most-commented').shadowRoot?.querySelector('article')`,
      {
        what: 'the drawing',
      },
    );
    expect(await engine.evaluate(`document.querySelector('#rest').checkVisibility()`)).toBe(true);
    expect(
      await engine.evaluate(`document.querySelector('#rest').getBoundingClientRect().top >=
        document.querySelector('by-source, most-commented').shadowRoot.querySelector('article').getBoundingClientRect().bottom`),
    ).toBe(true);
  });

  test('the only content of a srcdoc', async () => {
    await engine.open(site.page('30'));
    await until(engine, ALL_DRAWN, { what: 'the widget in the frame', frame: 0 });
  });

  test('a module on the second page of a site that swaps pages', async () => {
    await engine.open(site.page('32'));
    await until(engine, ALL_DRAWN, { what: 'the first page' });
    await engine.evaluate('(visit(), 1)');
    await until(
      engine,
      `document.querySelector('by-source[topic^=hurricane]')?.shadowRoot?.querySelector('article')`,
      {
        what: 'the second page',
      },
    );
  });

  test('moved into another document it has its styles there', async () => {
    await engine.open(site.page('34'));
    await until(engine, ALL_DRAWN, { what: 'the widget' });
    await engine.evaluate(
      `(document.querySelector('iframe').contentDocument.body.append(document.querySelector('by-source')), 1)`,
    );
    const moved = `document.querySelector('iframe').contentDocument.querySelector('by-source')?.shadowRoot?.querySelector('tr')`;
    await until(engine, moved, { what: 'the drawing there' });
    expect(
      await engine.evaluate(
        `document.querySelector('iframe').contentWindow.getComputedStyle(${moved}).display`,
      ),
    ).toBe('grid');
  });

  test('frames: whole rows at any height, in a sandbox too', async () => {
    await engine.width(1_280);
    await engine.open(site.page('37'));
    for (const frame of [0, 1]) {
      await until(engine, `document.querySelector('.f')`, { what: 'the foot', frame });
      const whole = `(() => {
        const rows = [...document.querySelectorAll('tr')].filter((row) => row.checkVisibility());
        const foot = document.querySelector('.f').getBoundingClientRect();
        return rows.length > 1 && rows.at(-1).getBoundingClientRect().bottom <= foot.top + 1 && foot.bottom <= innerHeight + 1;
      })()`;
      await until(engine, whole, { what: 'whole rows and the foot', frame });
    }
  });

  test('an author’s own style stands', async () => {
    await engine.open(site.page('35'));
    await until(engine, ALL_DRAWN, { what: 'the widget' });
    expect(
      await engine.evaluate(`getComputedStyle(document.querySelector('by-source')).backgroundColor`),
    ).toBe('rgb(255, 248, 225)');
  });

  test('a copy of the pinned script says what it misses', async () => {
    await engine.open(site.page('42'));
    await until(engine, `document.querySelector('by-source[data-state=no-answer]')`, { what: 'the state' });
    expect(await engine.evaluate(`document.querySelector('by-source > table').checkVisibility()`)).toBe(true);
  });

  test.for(['38', '39'])('page %s, right to left: title, rows and foot at the right side', async (number) => {
    await engine.width(1_280);
    await engine.open(site.page(number));
    await until(engine, ALL_DRAWN, { what: 'every widget drawn' });
    const seen = await engine.evaluate<{ direction: string; gap: number; right: number }[]>(
      `[...document.querySelectorAll('by-source')].map(({ shadowRoot }) => {
        const panel = shadowRoot.querySelector('article');
        const inked = document.createRange();
        inked.selectNodeContents(shadowRoot.querySelector('h2 a'));
        return {
          direction: getComputedStyle(panel).direction,
          gap: shadowRoot.querySelector('.n').getBoundingClientRect().left - shadowRoot.querySelector('.z').getBoundingClientRect().right,
          right: panel.getBoundingClientRect().right - inked.getBoundingClientRect().right,
        };
      })`,
    );
    for (const { direction, gap, right } of seen) {
      expect(direction).toBe('rtl');
      expect(gap).toBeGreaterThanOrEqual(12);
      expect(Math.abs(right)).toBeLessThan(3);
    }
  });

  test('the frame by itself has its styles and its rows', async () => {
    await engine.open(`${inject('base')}/embed/${KURSK}`);
    const display = await engine.evaluate<string>(
      `getComputedStyle(document.querySelector('tr:has([scope=row])')).display`,
    );
    expect(display).toBe('grid');
    expect(await engine.evaluate<number>(`document.querySelectorAll('[scope=row]').length`)).toBe(9);
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
