// The gate for reviewed files: what is wrong is said with file, field and how to mend it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkData } from '../../src/cli/check-data.ts';
import { lockOf } from '../../src/cli/record-lock.ts';
import { admitImport } from '../../src/validation/import.ts';
import { CODEBOOK } from '../domain/codebook.ts';
import { bodyOf, recordOf, slugs, sources } from './loaded-topics.ts';

type Record_ = Record<string, unknown> & { id: string };
const FILE = 'topics/hong-kong-march-2019/claims/2019-06-09-chrf.json';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'by-source-data-'));
  cpSync('data', root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Rewrites the records of one file. */
function edit(change: (records: Record_[]) => unknown, file = FILE): void {
  const path = join(root, file);
  const records = JSON.parse(readFileSync(path, 'utf8')) as Record_[];
  writeFileSync(path, JSON.stringify(change(records) ?? records));
}

/** Seals a record as it stands, so that only its content is checked. */
function seal(slug = 'hong-kong-march-2019'): void {
  const path = join(root, 'records.lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  for (const record of JSON.parse(readFileSync(join(root, FILE), 'utf8')) as Record_[]) {
    lock[`${slug}/${record.id}`] = lockOf(record as Parameters<typeof lockOf>[0]);
  }
  writeFileSync(path, JSON.stringify(lock));
}

test('the files as they stand are good', async () => {
  expect(await checkData()).toEqual([]);
});

test.for(slugs)('importing %s a second time finds nothing new', (slug) => {
  const verdict = admitImport(bodyOf(slug), {
    held: recordOf(slug),
    sources,
    codebook: CODEBOOK,
    now: '2026-02-01T00:00:00Z',
  });
  expect(verdict).toEqual({ ok: true, value: [] });
});

test.for<[string, (records: Record_[]) => unknown, RegExp]>([
  ['a missing field', ([first]) => void delete first?.source, /: 0\.source: This field is required\.$/],
  [
    'a misspelt field',
    ([first]) => void Object.assign(first ?? {}, { sorce: 'civil-human-rights-front' }),
    /: 0\.sorce: There is no field "sorce" here\.$/,
  ],
  [
    'an unknown source',
    (all) => void Object.assign(all[1] ?? {}, { source: 'ghost' }),
    /: 1\.source: .*no source "ghost"\. Add it first/,
  ],
  [
    'a hedge nobody said',
    ([first]) => void Object.assign(first?.value ?? {}, { hedge: 'at-least' }),
    /: 0\.value\.hedge: .*leave it out, or give the words that do\.$/,
  ],
  [
    'an id that is not the file’s',
    ([first]) => void Object.assign(first ?? {}, { id: 'other' }),
    /: 0\.id: start the id with the file's name, "2019-06-09-chrf"$/,
  ],
  [
    'an id twice',
    (all) => [...all, all[0]],
    /: \d\.id: "2019-06-09-chrf.*" stands twice; ids are never reused$/,
  ],
])('%s fails with file, field and how to mend it', async ([, change, line]) => {
  edit(change);
  seal();
  const failures = (await checkData(root)).filter((failure) => !failure.includes('records.lock.json'));
  expect(failures).toHaveLength(1);
  expect(failures[0]).toMatch(line);
  expect(failures[0]).toContain(FILE);
});

const renamed = { label: 'another label' };

test('a changed record without a reason fails, and says what to add', async () => {
  edit(([first]) => void Object.assign(first ?? {}, renamed));
  const [failure, ...more] = await checkData(root);
  expect(more).toEqual([]);
  expect(failure).toContain(FILE);
  expect(failure).toMatch(/changed without a reason; add \{"on", "reason", "was"/);
});

test('a changed record with its reason asks only to be sealed', async () => {
  edit(([first]) => {
    const corrections = [
      { on: '2026-01-02', reason: 'The page calls it so.', was: { label: first?.label ?? null } },
    ];
    Object.assign(first ?? {}, renamed, { corrections });
  });
  expect(await checkData(root)).toEqual([
    expect.stringMatching(/: corrected; run "npm run data:lock" to seal it$/),
  ]);
  seal();
  expect(await checkData(root)).toEqual([]);
});

test('a correction without a reason fails even when sealed', async () => {
  edit(
    ([first]) =>
      void Object.assign(first ?? {}, renamed, { corrections: [{ on: '2026-01-02', reason: '', was: {} }] }),
  );
  seal();
  expect(await checkData(root)).toEqual([
    expect.stringMatching(/: 0\.corrections\.0\.reason: Say why in a sentence\.$/),
  ]);
});

test('a record taken out fails: it is voided instead', async () => {
  edit((all) => all.slice(1));
  expect(await checkData(root)).toEqual([
    expect.stringMatching(/the record is gone; put it back and void it with a reason$/),
  ]);
});

test('a file reordered or reformatted is unchanged', async () => {
  edit((all) => all.map((record) => Object.fromEntries(Object.entries(record).reverse())));
  expect(await checkData(root)).toEqual([]);
});

test('a file that is not JSON is named', async () => {
  writeFileSync(join(root, FILE), '[{');
  await expect(checkData(root)).rejects.toThrow(FILE);
});
