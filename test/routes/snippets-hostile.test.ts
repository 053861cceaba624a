// Whatever a title, a measure or a source is called: no snippet is more than text where it is pasted.
import { beforeAll, expect, test } from 'vitest';
import { ask, sendWell } from '../workerd/site.ts';

const SLUG = 'named-to-break-out';
/** What ends tags, tables, scripts and Markdown, and what JSX, Vue, Svelte, Liquid, Nunjucks, Go and scripts would run. */
const HOSTILE = [
  '"></table></by-source><img src=x onerror=alert(1)>',
  "{{7*7}} {alert(1)} {% raw %} {{< x >}} {{constructor.constructor('alert(1)')()}}",
  '$'.concat('{alert(1)} `x` </script> ](x) *a* \\'),
];

beforeAll(async () => {
  const named = HOSTILE.map((words, at) => ({
    id: `hostile-${at}`,
    name: `Office ${words}`,
    kind: 'institution',
  }));
  await sendWell('/v1/sources', { items: named });
  await sendWell('/v1/topics', {
    slug: SLUG,
    title: `Title ${HOSTILE[0]}`,
    summary: `Summary ${HOSTILE}`,
    language: 'en',
    lead: 'killed',
    families: [{ id: 'killed', label: `Family ${HOSTILE[1]}` }],
    measures: HOSTILE.map((words, at) => ({
      id: `killed-${at}`,
      family: 'killed',
      label: `Measure ${words}`,
      metric: 'killed',
      counting: 'cumulative',
      population: `people ${at}`,
      place: 'valley',
    })),
  });
  for (const [at, words] of HOSTILE.entries())
    await sendWell('/v1/claims', {
      topic: SLUG,
      measure: `killed-${at}`,
      source: `hostile-${at}`,
      stance: 'states',
      value: { kind: 'point', point: 7, stated: `7 ${words}` },
      said: '2025-01-10',
      evidence: [{ url: 'https://news.example/flood', outlet: 'News' }],
    });
});

test('no snippet runs, opens or ends anything', async () => {
  const html = await (await ask(`/t/${SLUG}/embed`)).text();
  const codes = [...html.matchAll(/<section id="([a-z-]+)">.*?<code>(.*?)<\/code>/gs)];
  expect(codes.length).toBeGreaterThan(14);
  for (const [, id, shown = ''] of codes) {
    const code = shown
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    for (const part of [
      '<img src=x',
      '{{7',
      '{alert',
      '$'.concat('{alert'),
      '{% raw',
      '`x`',
      ...(id === 'markdown' ? ['](x)'] : []),
      '{{< x',
      '</table></by-source><',
    ])
      expect([id, part, code.includes(part)]).toEqual([id, part, false]);
    expect([id, (code.match(/<\/script>/g) ?? []).length]).toEqual([
      id,
      (code.match(/<script[ >]/g) ?? []).length,
    ]);
  }
  // The page that shows them is harmless too.
  expect(html).not.toContain('<img src=x');
});
