// The widget on pages in Arabic and Hebrew, with topics in those languages and in English: everything at the right side.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import type { HostSite } from './host-site.ts';
import { drawing, openHostSite, openVisit, painted } from './visit.ts';

let browser: Browser;
let site: HostSite;

const TOPICS = {
  ar: {
    slug: 'flood-in-arabic',
    title: 'ضحايا فيضان الوادي في مارس 2025',
    summary: 'فاضت مياه الوادي ليلة 3 مارس 2025، وتختلف المصادر في عدد القتلى.',
    label: 'القتلى حتى الآن',
    names: ['هيئة الدفاع المدني', 'بلدية الوادي (BBC)'],
    stated: ['بين 300 و400 قتيل', 'نحو 1,200'],
  },
  he: {
    slug: 'flood-in-hebrew',
    title: 'הרוגי השיטפון בעמק במרץ 2025',
    summary: 'העמק הוצף בליל 3 במרץ 2025, והמקורות חלוקים במספר ההרוגים.',
    label: 'הרוגים עד כה',
    names: ['רשות החירום', 'עיריית העמק (BBC)'],
    stated: ['בין 300 ל-400 הרוגים', 'כ-1,200'],
  },
};

async function post(path: string, body: unknown): Promise<void> {
  const headers = { Authorization: `Bearer ${inject('token')}`, 'Content-Type': 'application/json' };
  const answer = await fetch(inject('base') + path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect([path, answer.status < 300 ? '' : await answer.text()]).toEqual([path, '']);
}

beforeAll(async () => {
  for (const [language, { slug, title, summary, label, names, stated }] of Object.entries(TOPICS)) {
    const source = (at: number) => `${language}-source-${at}`;
    await post('/v1/sources', {
      items: names.map((name, at) => ({ id: source(at), name, kind: 'institution' })),
    });
    const evidence = [{ url: 'https://news.example/flood', outlet: 'News', published: '2025-03-04' }];
    const values = [
      { kind: 'range', low: 300, high: 400, stated: stated[0] },
      { kind: 'point', point: 1200, stated: stated[1] },
    ];
    const topic = {
      slug,
      title,
      summary,
      language,
      lead: 'killed',
      families: [{ id: 'killed', label }],
      measures: [
        {
          id: 'killed',
          family: 'killed',
          metric: 'killed',
          population: label,
          place: title,
          counting: 'cumulative',
          label,
        },
      ],
    };
    const claims = values.map((value, at) => ({
      id: `${language}-${at}`,
      measure: 'killed',
      source: source(at),
      stance: 'states',
      value,
      said: '2025-03-04',
      chain: [],
      evidence,
    }));
    await post('/v1/imports', { batch: slug, topic, claims });
  }
  browser = await openBrowser();
  site = await openHostSite();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test.for([
  ['38', 1280],
  ['38', 390],
  ['39', 680],
  ['39', 280],
] as const)(
  'page %s at %i px: title, notes and rows at one side, a gap in the last line, figures apart',
  async ([number, width]) => {
    const visit = await openVisit(browser, { viewport: { width, height: 900 } });
    const { page } = visit;
    await page.goto(site.page(number));
    await drawing(page).nth(1).waitFor();
    await painted(page);
    const seen = await drawing(page).evaluateAll((panels) =>
      panels.map((panel) => {
        const astray: string[] = [];
        for (const box of panel.querySelectorAll('h2, p, th, td:not(.p), td > small, th > small')) {
          const inked = document.createRange();
          inked.selectNodeContents(box);
          if (!box.textContent || box.querySelector('svg')) continue;
          const gap = box.getBoundingClientRect().right - inked.getBoundingClientRect().right;
          if (Math.abs(gap) > 2) astray.push(`${box.localName} ${box.textContent.slice(0, 20)}: ${gap}`);
        }
        const words = panel.querySelector('.n')?.getBoundingClientRect();
        const link = panel.querySelector('.z')?.getBoundingClientRect();
        const beside = words && link && Math.abs(words.top - link.top) < 8;
        return {
          astray,
          gap: beside ? words.left - link.right : 99,
          order: words && link ? words.right > link.right || !beside : false,
          figures: [...new Set([...panel.querySelectorAll('b')].map((b) => getComputedStyle(b).unicodeBidi))],
          direction: getComputedStyle(panel).direction,
          wide: panel.scrollWidth > panel.clientWidth,
        };
      }),
    );
    for (const panel of seen) {
      expect(panel.astray).toEqual([]);
      expect(panel.gap).toBeGreaterThanOrEqual(12);
      expect([panel.order, panel.figures, panel.direction, panel.wide]).toEqual([
        true,
        ['plaintext'],
        'rtl',
        false,
      ]);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await visit.end();
  },
);
