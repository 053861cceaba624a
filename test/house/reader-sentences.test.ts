// Every sentence that a reader may see stands in the catalogue, where whoever reads the language can mend it.
import { expect, test } from 'vitest';
import { sentencesIn } from './reader-sentences.ts';
import { readSources } from './source-files.ts';

/** Folders whose texts readers see; the catalogue itself and the desk, which stays English, left out. */
const FOLDERS = [
  ...['routes', 'layout', 'mails', 'http', 'projections'].map((name) => `src/${name}/tsconfig.json`),
  'widget/tsconfig.json',
];
const isCatalogueOrDesk = (path: string) => /^src\/(projections\/words|routes\/desk)\//.test(path);
const isElsewhere = (path: string) =>
  /^src\/(projections\/words|routes\/desk|app|domain|platform)\//.test(path);

/** Files that may hold texts of their own, each with what those are. */
const OWN: Readonly<Record<string, string>> = {
  'src/http/guard.ts': 'headers',
  'src/http/problem.ts': 'a header',
  'src/layout/frame.tsx': 'a document type',
  'src/layout/page.tsx': 'a document type',
  'src/mails/digest-mail.tsx': 'a document type, styles',
  'src/mails/paper.tsx': 'styles',
  'src/mails/transactional-mail.tsx': 'a document type',
  'src/projections/changes.ts': 'kinds of changes',
  'src/projections/claim-item.ts': 'kinds of changes',
  'src/projections/comment-origins.ts': 'our own name among the origins, as data',
  'src/projections/digest-told.ts': 'kinds of changes',
  'src/projections/digest.ts': 'why there is no digest, as data',
  'src/routes/api/comment-requests.ts': 'kinds of outcomes; how programs send a key',
  'src/routes/api/counts.ts': 'what programs of other sites are told',
  'src/routes/api/digest-preview.ts': 'what editors’ programs are told',
  'src/routes/api/digest-runs.ts': 'what editors’ programs are told',
  'src/routes/api/editor.ts': 'what editors’ programs are told',
  'src/routes/api/feed.ts': 'an XML declaration',
  'src/routes/api/mail-events.ts': 'what mail providers’ programs are told',
  'src/routes/api/moderation.ts': 'what moderators’ programs are told',
  'src/routes/api/origins.ts': 'what editors’ programs are told',
  'src/routes/api/record.ts': 'what editors’ programs are told',
  'src/routes/card/picture.tsx': 'names of fonts, references',
  'src/routes/card/printable.ts': 'the pattern of a translation in English',
  'src/routes/card/rasterise.ts': 'the name of a font',
  'src/routes/comments/comment-form-routes.tsx': 'kinds of outcomes',
  'src/routes/embed/oembed-xml.ts': 'an XML declaration',
  'src/routes/embed/element-markup.ts': 'code to paste',
  'src/routes/embed/framework-snippets.ts': 'code to paste',
  'src/routes/embed/snippet-texts.ts': 'code to paste',
  'src/routes/embed/tracking.ts': 'a statement for machines',
  'src/routes/readers/readers-routes.tsx': 'kinds of outcomes',
  'src/routes/topic/topic-page.tsx': 'code to paste',
  'widget/client.ts': 'what whoever sets up a widget is told',
  'widget/desk.ts': 'the desk',
  'widget/tags.ts': 'names of attributes',
};

const found = sentencesIn(FOLDERS).filter(({ path }) => !isElsewhere(path));

test('no sentence stands outside the catalogue', () => {
  expect(found.filter(({ path }) => !Object.hasOwn(OWN, path))).toEqual([]);
});

test('no page has words between its tags, however few files are excepted', () => {
  expect(found.filter(({ isBetweenTags }) => isBetweenTags)).toEqual([]);
});

test('every exception is one', () => {
  const holding = new Set(found.map(({ path }) => path));
  expect(Object.keys(OWN).filter((path) => !holding.has(path))).toEqual([]);
});

test('the catalogue and the desk are seen', () => {
  const paths = sentencesIn(FOLDERS).map(({ path }) => path);
  for (const part of ['src/projections/words/en/', 'src/routes/desk/'])
    expect(paths.some((path) => path.startsWith(part))).toBe(true);
});

test('no face writes which language it speaks', () => {
  const speaking = readSources().filter(
    ({ path, text }) =>
      /^src\/(routes|layout|mails|http|projections|app)\//.test(path) &&
      !isCatalogueOrDesk(path) &&
      /['"]en['"]/.test(text),
  );
  expect(speaking.map(({ path }) => path)).toEqual([]);
});
