// The mail linter: a sound digest passes, and each rule broken alone is named.
import { expect, test } from 'vitest';
import type { Mail } from '../../src/domain/mail.ts';
import { lintMail } from '../../src/domain/mail-lint.ts';

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
  expect(lintMail({ ...sound, headers: {} }, 'letter')).toEqual([]);
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
