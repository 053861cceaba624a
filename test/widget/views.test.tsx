// What the widget draws, in a document of any site: words as words, links to us, a table that stays one.
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { DrawnPanel, DrawnRow } from '../../src/projections/embed-view.ts';
import { MostCommentedView } from '../../widget/view/most-commented.tsx';
import { PanelView } from '../../widget/view/panel.tsx';
import { Words } from '../../widget/view/words.tsx';

const row = (fields: Partial<DrawnRow> = {}): DrawnRow =>
  ({
    name: 'Ministry A',
    by: 'Spokesman',
    of: null,
    text: '“300”',
    figure: true,
    when: '1 Jan 2025',
    notes: [],
    strokes: null,
    ...fields,
  }) as DrawnRow;
const panelOf = (rows: DrawnRow[], fields: Partial<DrawnPanel> = {}): DrawnPanel =>
  ({
    title: 'A flood',
    url: '/t/flood',
    summary: 'How many died is disputed.',
    heading: 'Killed',
    foot: 'as of 9 May 2025',
    more: 'All at By Source',
    groups: [{ label: 'Killed so far', axis: null, rows }],
    ...fields,
  }) as DrawnPanel;
const drawn = (panel: DrawnPanel) =>
  renderToString(<PanelView panel={panel} base="https://by-source.example" />);

test('a figure is words, a stance is words in their own slant', () => {
  expect(drawn(panelOf([row()]))).toContain('“<b>300</b>”');
  const stance = drawn(panelOf([row({ figure: false, text: 'cannot confirm' })]));
  expect(stance).toContain('<i>cannot confirm</i>');
  expect(drawn(panelOf([row()]))).not.toContain('<i>');
});

test('every note of a row stands in it, and what is pinned above the rows', () => {
  const html = drawn(
    panelOf([row({ notes: ['corrected by us', 'data to May'] })], { pinned: ['The record of May.'] }),
  );
  expect(html).toContain('<small>corrected by us</small><small>data to May</small>');
  expect(html.indexOf('The record of May.')).toBeLessThan(html.indexOf('<table'));
  expect(html).toContain('The record of May.');
});

test('links lead to us from wherever it is drawn', () => {
  expect(drawn(panelOf([row()])).match(/href="https:\/\/by-source\.example\/t\/flood"/g)).toHaveLength(2);
  const list = {
    window: '7d',
    empty: null,
    more: 'All at By Source',
    items: [{ title: 'A flood', url: '/t/flood', people: '3', places: ['a: 3'] }],
  };
  const html = renderToString(<MostCommentedView panel={list} base="https://by-source.example" />);
  expect(html).toContain('href="https://by-source.example/t/flood"');
  expect(html).toContain('<small>a: 3</small>');
});

test('an empty list says so', () => {
  const list = { window: '7d', empty: 'Nobody has counted.', more: '', items: [] };
  expect(renderToString(<MostCommentedView panel={list} />)).toContain('Nobody has counted.');
});

test('what a row says of its measure, its day and its speaker is drawn', () => {
  const html = drawn(panelOf([row({ of: 'of 4,000' })]));
  for (const words of ['of 4,000', '<small>1 Jan 2025', 'Spokesman', 'Killed so far', 'as of 9 May 2025'])
    expect(html).toContain(`${words}<`);
});

test('a table says that it is one, even where its cells are stacked', () => {
  const html = drawn(panelOf([row()]));
  for (const role of ['table', 'rowgroup', 'row', 'rowheader', 'cell', 'columnheader'])
    expect(html).toContain(`role="${role}"`);
});

test('marks are drawn and hidden from whoever listens', () => {
  const html = drawn(panelOf([row({ strokes: [{ d: 'M 10 10 h 5' }] as DrawnRow['strokes'] })]));
  expect(html).toMatch(/<svg aria-hidden="true"[^>]*><path d="M 10 10 h 5"/);
});

test('numbers are set apart with their separators and in any digits', () => {
  expect(renderToString(<Words text="about 1,200 or ٣٠٠, say" />)).toBe(
    'about <b>1,200</b> or <b>٣٠٠</b>, say',
  );
});
