// Topics in Arabic and Hebrew, as editors there would record them.
import { expect, inject } from 'vitest';

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

/** Records both; said again, it changes nothing. */
export async function recordRightToLeft(): Promise<void> {
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
}
