// Whose page sent a form, as the browser says it: by Fetch Metadata, and by Origin where a browser is older.
import { expect, test } from 'vitest';
import { isFromOwnPage } from '../../src/http/form.ts';

const sent = (headers: Record<string, string>) =>
  isFromOwnPage(new Request('https://by-source.example/readers', { method: 'POST', headers }));

test.for([
  [{ 'Sec-Fetch-Site': 'same-origin' }, true],
  [{ 'Sec-Fetch-Site': 'same-site' }, false],
  [{ 'Sec-Fetch-Site': 'cross-site' }, false],
  [{ 'Sec-Fetch-Site': 'none' }, false],
  [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://by-source.example' }, false],
  [{ Origin: 'https://by-source.example' }, true],
  [{ Origin: 'https://other.example' }, false],
  [{ Origin: 'http://by-source.example' }, false],
  [{ Origin: 'null' }, false],
  [{}, true],
] as const)('%j: %s', ([headers, own]) => {
  expect(sent(headers)).toBe(own);
});
