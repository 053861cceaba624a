// No text of the record can stop a mail: each kind of nasty string in every field it can stand in, and the mail still goes out.
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Mail } from '../../src/domain/digest/mail.ts';
import { LARGEST_SENT } from '../../src/domain/digest/mail-size.ts';
import { tagsOf } from '../../src/domain/digest/mail-tags.ts';
import type { Claim } from '../../src/domain/record/claim.ts';
import { subscribe } from '../workerd/digest-desk.ts';
import { openFlood, SOURCES } from '../workerd/flood.ts';
import { rawClaim, rawSource, rawTopic, recorded, writeRaw } from '../workerd/raw-writes.ts';
import { ask, ORIGIN } from '../workerd/site.ts';

const NASTY: [kind: string, text: string][] = [
  ['a bell', 'some 40\u0007 missing'],
  ['a vertical tab and a form feed', 'some\u000b40\f missing'],
  ['a zero and a delete', '\u0000some 40\u007f'],
  ['a control of the second range', 'some\u0085 40\u009b31m'],
  ['an attribute in words', 'some 40 (href=http://news.example)'],
  ['an equals sign', 'missing after a week = 40'],
  ['the name of an event', 'forty with onload=alert(40) and style=x'],
  ['an address in words', '40, as at http://news.example/a?b=c'],
  ['an address alone', 'http://news.example/40'],
  ['another scheme', 'javascript:alert(40)'],
  ['markup', '<b onclick="x">40</b><script>1</script></td>'],
  ['an open tag', 'between 30<m<40 and <img src=x'],
  ['entities', 'Q&A &lt;40&gt; &#0; ]]> <!-- 40'],
  ['an override of direction', '\u202e04 tuoba\u2066'],
  ['a formula', '=SUM(40)'],
  ['a header', 'some 40\r\nBcc: x@news.example\r\n\r\n.'],
  ['a separator of lines', 'some\u202840\u2029 missing'],
  ['half a pair', 'some 40 \ud83d missing'],
  ['no character', 'some 40\uffff\ufffe'],
  ['an emoji of several', '40 \u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
  ['piled accents', `a${'\u0301'.repeat(40)} 40`],
  ['other scripts', '约40人, около 40, ４０, ٤٠'],
  ['one long word', 'x'.repeat(119)],
  ['a template', '{{40}} %s `40` <%= 40 %>'],
  ['quotation marks', '“40” ”missing“ "so" ‘it’ is'],
];

const VOICES = SOURCES.map(({ id, name }) => rawSource(id, name));

/** Everywhere that people's words stand in a claim. */
const claims = (slug: string, text: string): Claim[] => {
  const worded = { ...rawClaim(slug, `${slug}-x`, {}).value, stated: text, gloss: text } as Claim['value'];
  const evidence = [
    {
      url: `http://news.example/${encodeURIComponent(text.toWellFormed())}`,
      outlet: text,
      title: text,
      published: null,
    },
  ];
  return [
    rawClaim(slug, `${slug}-figure`, { value: worded, evidence, label: text }, { source: 'nasty' }),
    rawClaim(
      slug,
      `${slug}-denial`,
      { value: null, stance: 'denies', about: { words: text } as Claim['about'] },
      { source: 'ministry-b' },
    ),
    rawClaim(
      slug,
      `${slug}-event`,
      { value: null, measure: null, summary: text, evidence },
      { source: 'ministry-c' },
    ),
    rawClaim(
      slug,
      `${slug}-words`,
      { value: null, words: { stated: text, lang: 'en', gloss: text } as Claim['words'] },
      { source: 'official-a', measure: 'wounded' },
    ),
  ];
};

/** A mail as providers and programs read it. */
function soundness({ subject, html, text }: Mail): void {
  for (const part of [subject, html, text]) {
    expect(part).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/);
    expect(part.isWellFormed()).toBe(true);
    expect(part.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  }
  expect(subject.length).toBeLessThanOrEqual(60);
  const tags = tagsOf(html);
  for (const name of ['script', 'img', 'td']) expect(tags.map((tag) => tag.name)).not.toContain(name);
  expect(
    tags.flatMap(({ attributes }) => [...attributes.keys()]).filter((name) => name.startsWith('on')),
  ).toEqual([]);
}

test.for(NASTY)('%s', async ([, text]) => {
  const slug = `nasty-${NASTY.findIndex(([, each]) => each === text)}`;
  await openFlood(slug);
  await writeRaw(slug, [rawTopic(slug, text), ...VOICES, rawSource('nasty', text)]);
  const made = claims(slug, text);
  await writeRaw(slug, made.slice(0, 1).map(recorded));
  const reader = await subscribe([slug]);
  const first = await reader.next();
  expect(first).not.toBeNull();
  soundness(first as Mail);
  await writeRaw(slug, made.slice(1).map(recorded));
  const [figure] = made as [Claim];
  await writeRaw(slug, [
    { kind: 'correct', claim: { ...figure, asOf: figure.said }, reason: text, fields: ['asOf'] },
  ]);
  const mail = await reader.next();
  expect(reader.ledger).toMatchObject({ sent: 1 });
  soundness(mail as Mail);
  expect(mail?.text).toContain('Ministry C');
  const archive = mail?.headers['Archived-At']?.slice(1 + ORIGIN.length, -1) ?? '';
  expect((await ask(archive)).status).toBe(200);
});

test('the words still stand there, as words', async () => {
  const slug = 'words';
  await openFlood(slug);
  await writeRaw(slug, VOICES);
  await writeRaw(
    slug,
    claims(slug, '300 (src=police), http://news.example/x <b>R&D</b>').slice(2, 3).map(recorded),
  );
  const reader = await subscribe([slug]);
  await reader.next();
  await writeRaw(
    slug,
    claims(slug, '310 (src=police), http://news.example/x <b>R&D</b>').slice(1, 2).map(recorded),
  );
  const mail = await reader.next();
  expect(mail?.text.replace(/\s+/g, ' ')).toContain(
    'denies 310 (src=police), http://news.example/x <b>R&D</b>',
  );
  expect(mail?.html.replace(/<\/?b>/g, '')).toContain(
    'denies 310 (src=police), http://news.example/x &lt;b>R&amp;D&lt;/b>',
  );
});

/** A message as it travels, with a part's usual encoding for its letters. */
const sent = ({ html, text }: Mail): number =>
  [html, text].reduce(
    (sum, part) => sum + Math.ceil(new TextEncoder().encode(part).length / 3) * 4 * (78 / 76),
    0,
  );

test.for([
  ['Latin', 'a long reason of the ministry, with words upon words'],
  ['Chinese', '部门给出的理由很长很长很长很长很长很长很长很长很长'],
  ['emoji', '\u{1f30a}'.repeat(40)],
] as const)(
  'a digest of 25 busy topics is cut to fit in %s, and leads to the rest',
  async ([name, words]) => {
    const slugs = Array.from({ length: 25 }, (_, at) => `busy-${name.toLowerCase()}-${at}`);
    const at = new Date(Date.now() - 86_400_000).toISOString();
    for (const slug of slugs) {
      await openFlood(slug);
      const many = Array.from({ length: 40 }, (_, n) =>
        rawClaim(slug, `${slug}-${n}`, {
          measure: null,
          value: null,
          summary: `${n} ${words.repeat(4)}`.slice(0, 240),
          evidence: [
            {
              url: `https://news.example/${'a'.repeat(200)}/${n}`,
              outlet: words.slice(0, 60),
              title: null,
              published: null,
            },
          ],
        }),
      );
      await writeRaw(slug, many.map(recorded));
    }
    const reader = await subscribe(slugs);
    await env.DB.prepare('UPDATE subscribers SET cursor = ?').bind(at).run();
    const mail = (await reader.next()) as Mail;
    expect(new TextEncoder().encode(mail.html + mail.text).length).toBeLessThan(100_000);
    expect(sent(mail)).toBeLessThan(LARGEST_SENT);
    // It is full, not merely small.
    expect(sent(mail)).toBeGreaterThan(LARGEST_SENT / 6);
    expect(mail.text).toMatch(/and \d+ more:\s+https:/);
    const archive = mail.headers['Archived-At']?.slice(1 + ORIGIN.length, -1) ?? '';
    const whole = await (await ask(archive)).text();
    for (const slug of slugs) expect(whole).toContain(`id="${slug}"`);
  },
);
