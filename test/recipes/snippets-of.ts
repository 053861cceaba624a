// The snippets of a topic as an author copies them, and a topic whose every name tries to break out of them.
import { inject } from 'vitest';
import { KURSK } from '../browser/visit.ts';

export { KURSK };
export const HOSTILE = 'named-to-break-out';
/** What each office is called: none of it may be more than text. */
export const HOSTILE_NAMES = [
  `Office "></table></by-source><img src=x onerror="window.ran=1">`,
  `Office {{7*7}} {window.ran=1} {% raw %} {{< x >}} {{constructor.constructor('window.ran=1')()}}`,
  `Office ${'$'}{window.ran=1} \`x\` </script> ](x) *a* _b_ <!-- \\ @click {@html 1}`,
];

async function post(path: string, body: unknown): Promise<void> {
  const headers = { Authorization: `Bearer ${inject('token')}`, 'Content-Type': 'application/json' };
  const answer = await fetch(inject('base') + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${path}: ${await answer.text()}`);
}

/** Records the topic that tries to break out. */
export async function recordHostile(): Promise<void> {
  const named = HOSTILE_NAMES.map((name, at) => ({ id: `breaking-${at}`, name, kind: 'institution' }));
  await post('/v1/sources', { items: named });
  await post('/v1/topics', {
    slug: HOSTILE,
    title: 'Title <b>"{{7*7}}"</b>',
    summary: 'A topic with names that are programs.',
    language: 'en',
    lead: 'killed',
    families: [{ id: 'killed', label: 'Killed {{7*7}}' }],
    measures: [
      {
        id: 'killed',
        family: 'killed',
        label: 'Killed {window.ran=1} <i>',
        metric: 'killed',
        counting: 'cumulative',
        population: 'people',
        place: 'valley',
      },
    ],
  });
  for (const [at] of HOSTILE_NAMES.entries())
    await post('/v1/claims', {
      topic: HOSTILE,
      measure: 'killed',
      source: `breaking-${at}`,
      stance: 'states',
      value: { kind: 'point', point: 7 + at, stated: `${7 + at}` },
      said: '2025-01-10',
      evidence: [{ url: 'https://news.example/flood', outlet: 'News' }],
    });
}

/** Every snippet of a topic by its id, as the page's text would be copied. */
export async function snippetsOf(slug: string, query = ''): Promise<Record<string, string>> {
  const html = await (await fetch(`${inject('base')}/t/${slug}/embed${query}`)).text();
  const found = [...html.matchAll(/<section id="([a-z-]+)">.*?<code>(.*?)<\/code>/gs)];
  const text = (shown: string): string =>
    shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return Object.fromEntries(found.map(([, id, shown = '']) => [id, text(shown)]));
}

/** The parts of a snippet that belong into several files, by the name that stands above each. */
export function filesOf(snippet: string): Record<string, string> {
  const parts = snippet.split(/^(?:\{\{\/\*|\{#|\/\/) (\S+\.\w+)(?: \*\/\}\}| #\})?\n/m).slice(1);
  return Object.fromEntries(
    parts.flatMap((name, at) => (at % 2 ? [] : [[name, (parts[at + 1] ?? '').trim()]])),
  );
}
