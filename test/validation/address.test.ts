// An address in any script is one reader in one spelling, or is refused with a sentence on what to give instead.
import { expect, test } from 'vitest';
import { mailboxOf } from '../../src/domain/address.ts';
import { Address } from '../../src/validation/address.ts';

test.for([
  ['user@bücher.example', 'user@xn--bcher-kva.example'],
  ['User@BÜCHER.Example ', 'user@xn--bcher-kva.example'],
  ['user@bu\u0308cher.example', 'user@xn--bcher-kva.example'],
  ['user@xn--bcher-kva.example', 'user@xn--bcher-kva.example'],
  ['news+kursk@пример.испытание', 'news+kursk@xn--e1afmkfd.xn--80akhbyknj4f'],
  ['a@例え。テスト', 'a@xn--r8jz45g.xn--zckzah'],
  ['a@مثال.إختبار', 'a@xn--mgbh0fb.xn--kgbechtv'],
  ['a@ｅｘａｍｐｌｅ．org', 'a@example.org'],
  ['a@straße.example', 'a@xn--strae-oqa.example'],
  ['a@localhost', 'a@localhost'],
])('%s is kept as %s', ([given, kept]) => {
  expect(Address.parse(given)).toBe(kept);
});

test.for([
  'a@b',
  '@bücher.example',
  'bücher.example',
  'a@bücher.example/path',
  'a@bücher.example:25',
  'a@bücher.example#x',
  'a@exa%6dple.org',
  'a@exam\u00adple.org',
  'a@exam\u200bple.org',
  'a@\u202ebücher.example',
  'a@bücher.example\r\nBcc: b@example.org',
  'a@bücher..example',
  'a@1.2.3.4',
  'a@0x7f.1',
  'a@[::1]',
  'a@b@bücher.example',
  `a@${'ü'.repeat(200)}.example`,
])('refuses %j', (given) => {
  const { success, error } = Address.safeParse(given);
  expect(success).toBe(false);
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'Give one plain email address, such as name@example.org.',
  ]);
});

test('a name in another script is refused for what it is: our mail cannot carry it', () => {
  for (const given of ['ä@example.org', 'почта@пример.испытание']) {
    const [issue] = Address.safeParse(given).error?.issues ?? [];
    expect(issue?.message).toContain('before the @');
    expect(issue?.message).toContain('plain letters');
  }
});

test.for([
  ['mary+news@example.org', 'mary@example.org'],
  ['mary+a+b@example.org', 'mary@example.org'],
  ['mary@example.org', 'mary@example.org'],
  ['m.ary@example.org', 'm.ary@example.org'],
  ['+mary@example.org', '+mary@example.org'],
] as const)('%s leads to the mailbox %s', ([address, mailbox]) => {
  expect(mailboxOf(address)).toBe(mailbox);
});
