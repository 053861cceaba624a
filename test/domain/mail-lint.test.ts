// The mail linter: a sound digest passes, and each rule broken alone is named.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mail } from '../../src/domain/digest/mail.ts';
import { lintMail } from '../../src/domain/digest/mail-lint.ts';
import { partBytes, sentBytes } from '../../src/domain/digest/mail-size.ts';
import { holds } from '../property/holds.ts';

const sound: Mail = {
  to: 'reader@readers.test',
  from: 'By Source <digest@by-source.test>',
  subject: 'Ministry A: 400, was 300',
  html: '<p><a href="https://by-source.test/t/flood">Ministry A: 400</a></p>',
  text: 'Ministry A: 400, was 300.\nhttps://by-source.test/t/flood',
  headers: {
    'List-Unsubscribe':
      '<https://by-source.test/u/token>, <mailto:digest@by-source.test?subject=unsubscribe>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': 'By Source <digest.by-source.test>',
    Precedence: 'bulk',
    'Archived-At': '<https://by-source.test/digests/token>',
  },
};
const withHeader = (name: string, value: string): Mail => ({
  ...sound,
  headers: { ...sound.headers, [name]: value },
});
const without = (name: string): Mail => ({
  ...sound,
  headers: Object.fromEntries(Object.entries(sound.headers).filter(([given]) => given !== name)),
});

test('a sound digest has no fault, on this machine either', () => {
  expect(lintMail(sound, 'digest')).toEqual([]);
  const local = JSON.parse(
    JSON.stringify(sound).replaceAll('https://by-source.test', 'http://localhost:8787'),
  );
  expect(lintMail(local, 'digest')).toEqual([]);
  expect(lintMail({ ...sound, headers: {} }, 'transactional')).toEqual([]);
});

test.for([
  ['no one-click header', without('List-Unsubscribe-Post'), 'List-Unsubscribe-Post is missing'],
  ['no unsubscribe header', without('List-Unsubscribe'), 'List-Unsubscribe is missing'],
  ['no list id', without('List-Id'), 'List-Id is missing'],
  ['no precedence', without('Precedence'), 'Precedence is missing'],
  ['no archive', without('Archived-At'), 'Archived-At is missing'],
  ['another precedence', withHeader('Precedence', 'first-class'), 'Precedence cannot be'],
  ['a one-click header of its own making', withHeader('List-Unsubscribe-Post', 'one-click'), 'cannot be'],
  ['plain http', withHeader('List-Unsubscribe', '<http://by-source.test/u/t>'), 'List-Unsubscribe cannot be'],
  ['mailto alone', withHeader('List-Unsubscribe', '<mailto:a@b.test>'), 'needs a List-Unsubscribe'],
  ['a header that is not ours', withHeader('Date', 'today'), 'Date is not ours to set'],
  ['a name with a space', withHeader('X Name', 'a'), 'no header’s name'.replace('’', "'")],
  ['an injected header', withHeader('X-Note', 'a\r\nBcc: x@y.test'), 'X-Note holds a control character'],
  ['an injected name', withHeader('X-Note\r\nBcc', 'a'), "no header's name"],
  ['an empty header', withHeader('X-Note', ' '), 'X-Note is empty'],
  ['a long header', withHeader('X-Note', 'a'.repeat(2_049)), 'over 2048 bytes'],
  ['a header in two spellings', withHeader('precedence', 'bulk'), 'given twice'],
  [
    'an injected subject',
    { ...sound, subject: 'Hello\r\nBcc: x@y.test' },
    'subject holds a control character',
  ],
  ['no subject', { ...sound, subject: ' ' }, 'no subject'],
  ['two recipients', { ...sound, to: 'a@b.test, c@d.test' }, 'To is not one plain address'],
  [
    'an injected recipient',
    { ...sound, to: 'a@b.test>\r\nRCPT TO:<c@d.test' },
    'To is not one plain address',
  ],
  ['an injected sender', { ...sound, from: 'A\r\nBcc: x@y.test <a@b.test>' }, 'From is neither'],
  ['no text part', { ...sound, text: '\n' }, 'no text part'],
  ['no HTML part', { ...sound, html: '' }, 'no HTML part'],
  ['a long line', { ...sound, text: 'word '.repeat(20) }, 'Line 1 of the text part'],
  ['a large mail', { ...sound, html: `<p>${'é'.repeat(50_000)}</p>` }, 'must stay under 100000'],
  ['a plain link', { ...sound, html: '<a href="http://by-source.test/">a</a>' }, 'is not https'],
  ['a plain link in the text', { ...sound, text: 'http://by-source.test/' }, 'is not https'],
  ['a script address', { ...sound, html: "<a href='javascript:alert(1)'>a</a>" }, 'is not https'],
  ['a script', { ...sound, html: '<script>1</script>' }, 'a script or a form'],
] as const)('%s is named', ([, mail, fault]) => {
  const faults = lintMail(mail, 'digest');
  expect(faults.join(' ')).toContain(fault);
});

test('twenty headers beside X- ones, and sixteen kilobytes in all', () => {
  const many = Array.from({ length: 9 }, (_, at) => [`X-Note-${at}`, 'a'.repeat(2_000)]);
  const heavy = { ...sound, headers: { ...sound.headers, ...Object.fromEntries(many) } };
  expect(lintMail(heavy, 'digest').join(' ')).toContain('16384 are allowed');
});

test('an address and a long word are never broken', () => {
  const url = `https://by-source.test/u/${'a'.repeat(120)}`;
  const text = `This digest on the web: ${url}\n   ${url}\n- ${'w'.repeat(90)}`;
  expect(lintMail({ ...sound, text }, 'digest')).toEqual([]);
});

test.for([
  ['an address', 'see http://news.example'],
  ['an attribute', '(src=police), href=http://news.example'],
  ['an event', 'a title with onload=alert(1), on day one = most'],
  ['markup', '<script>1</script> <form> <a href="http://news.example">'],
] as const)('words that hold %s are words, in both parts', ([, words]) => {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const mail = {
    ...sound,
    html: `<p title="${escaped.replaceAll('"', '&quot;')}">“${escaped}”</p>`,
    text: `- “${words}”`,
  };
  expect(lintMail(mail, 'digest')).toEqual([]);
});

test.for([
  ['<a href="http://news.example/1" rel="external nofollow">Outlet</a>', ''],
  ['<a rel="external" href="javascript:alert(1)">Outlet</a>', 'is not https'],
  ['<a rel="external" href="mailto:a@b.test">Outlet</a>', 'is not https'],
  ['<a href="http://news.example/1" rel="nofollow">Outlet</a>', 'is not https'],
  ['<img rel="external" src="http://news.example/1.png">', 'is not https'],
  ['<p ONCLICK=x>a</p>', 'a script or a form'],
  ['<a title="a > b" onclick="x" href="https://by-source.test">a</a>', 'a script or a form'],
  ['<style>p > a[onclick] { color: red }</style><p>a</p>', ''],
  ['<iframe src="https://by-source.test"></iframe>', 'a script or a form'],
] as const)('%s', ([html, fault]) => {
  const faults = lintMail({ ...sound, html }, 'digest').join(' ');
  if (fault === '') expect(faults).toBe('');
  else expect(faults).toContain(fault);
});

test('a mail that swells on its way is too large: letters outside ASCII are three characters a byte', () => {
  // 60 KB as we hold it.
  const mail = { ...sound, html: `<p>${'水'.repeat(20_000)}</p>` };
  expect(lintMail(mail, 'digest').join(' ')).toContain('as sent; it must stay under 102000');
  expect(lintMail({ ...sound, html: `<p>${'a '.repeat(30_000)}</p>` }, 'digest')).toEqual([]);
  expect(lintMail({ ...sound, html: `<p>${'='.repeat(34_000)}</p>` }, 'digest').join(' ')).toContain(
    'as sent',
  );
});

test('the size as sent is never below what both encodings of mail make of it', () => {
  const part = fc.string({
    unit: fc.oneof(fc.constantFrom('a', '=', '\n', 'é', '水', '🌊', '"'), fc.string({ maxLength: 1 })),
    maxLength: 2_000,
  });
  holds(
    fc.property(part, part, (html, text) => {
      const bytes = [html, text].map((each) => [...new TextEncoder().encode(each)]);
      const base64 = bytes.reduce((sum, each) => sum + Math.ceil(each.length / 3) * 4 * (78 / 76), 0);
      const printable = bytes.reduce(
        (sum, each) =>
          sum +
          each.reduce(
            (all, byte) => all + (byte === 0x3d || byte > 0x7e || (byte < 0x20 && byte !== 0x0a) ? 3 : 1),
            0,
          ) *
            (78 / 75),
        0,
      );
      expect(sentBytes({ ...sound, html, text })).toBeGreaterThanOrEqual(Math.max(base64, printable));
      expect(partBytes({ html, text })).toBe(bytes.flat().length);
    }),
    { numRuns: 500 },
  );
});
