// Nobody is called what would make others believe that they speak for this site, in whatever letters; all others are free.
import { expect, test } from 'vitest';
import { ReaderName } from '../../src/domain/comments/reader-name.ts';
import { nameRefusal, ownNameRefusal } from '../../src/domain/comments/reserved-name.ts';

test.for([
  'By Source',
  'BY SOURCE',
  'BySource',
  'by-source',
  'B.y S.o.u.r.c.e',
  'Ву Ѕоurсе',
  'Вy Ѕоurсе team',
  'By Sοurce',
  'Ｂｙ Ｓｏｕｒｃｅ',
  '𝐁𝐲 𝐒𝐨𝐮𝐫𝐜𝐞',
  'By S0urce',
  'By Sóurce',
  'thebysourceteam',
  'BySourceTeam',
  'Moderator',
  'Mary, moderator',
  'ModeratorMary',
  'Rnoderator',
  'M0derat0r',
  'Мoderator',
  'ΜODERATOR',
  'ⓜⓞⓓⓔⓡⓐⓣⓞⓡ',
  '🅼🅾🅳🅴🆁🅰🆃🅾🆁',
  'ᴍᴏᴅᴇʀᴀᴛᴏʀ',
  'moderator2',
  'Moderators',
  'Editor',
  'Edıtor',
  'Edltor',
  'Еditor',
  'ЕDІТОR',
  'The Editors',
  'Deputy editor',
  'E d i t o r',
  'Admin',
  '@dmin',
  'Adrnin',
  'Αdmin',
  'Administrator',
  'Staff',
  'Ѕtaff',
  '$taff',
  'Jane [staff]',
  'Mod',
  'The Mod',
  'Official',
  'Модератор',
  '管理员',
  'Jane ✓',
  'Jane ✅',
])('%s is reserved', (name) => {
  expect(nameRefusal(name)).toMatch(/^[A-Z].*\.$/);
  expect(ReaderName.safeParse(name).success).toBe(false);
});

test.for([
  'Edith Orr',
  'Stafford Cripps',
  'Moderata',
  'Modesto',
  'Admina Stan',
  'Nearby Sourcery',
  'Open Source Sam',
  'Source',
  'Rody',
  'Elihu Root',
  'Owen Owner-Smith',
  'Łukasz O’Neil-García',
  'محمد علی',
  '김철수',
  'Модест',
  'Nguyễn Thị Ánh',
  'A reader',
  'Reader 7',
  'T. Editon',
])('%s is free', (name) => {
  expect(nameRefusal(name)).toBeNull();
  expect(ReaderName.safeParse(name).success).toBe(true);
});

test.for([
  ['The Daily Figure', true],
  ['Тhe Dаily Figure', true],
  ['The Daily Figure, desk', true],
  ['figures.example', true],
  ['Figures Example', true],
  ['Figures', true],
  ['fіgures', true],
  ['Figures Fan', false],
  ['Daily', false],
  ['Jane', false],
] as const)('%s is the operator’s own: %s', ([name, own]) => {
  const operator = { mailFrom: '"The Daily Figure" <post@figures.example>', host: 'www.figures.example' };
  expect(ownNameRefusal(name, operator) !== null).toBe(own);
});

test('an operator who said nothing reserves nothing', () => {
  for (const operator of [
    { mailFrom: null, host: null },
    { mailFrom: '', host: '' },
    { mailFrom: 'post@figures.example', host: null },
  ])
    expect(ownNameRefusal('Jane', operator)).toBeNull();
});
