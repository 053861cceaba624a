// The social picture: its size and weight, and that no panel makes its texts overlap, overflow or lose letters.
import { env } from 'cloudflare:workers';
import { Resvg } from '@cf-wasm/resvg/workerd';
import { describe, expect, test } from 'vitest';
import sans from '../../dist/fonts/source-sans-3-400.ttf';
import sansBold from '../../dist/fonts/source-sans-3-600.ttf';
import serifBold from '../../dist/fonts/source-serif-4-700.ttf';
import { DEFAULT_SCHEME } from '../../src/domain/figure/vagueness.ts';
import type { Panel, PanelRow } from '../../src/projections/panel.ts';
import { readingWords } from '../../src/projections/reading-words.ts';
import type { Face } from '../../src/routes/card/faces.ts';
import { pathOf, slicesIn } from '../../src/routes/card/letters.ts';
import { isDrawable, runsOf, type Style, widthOf } from '../../src/routes/card/measure-text.ts';
import { drawPng, drawSvg } from '../../src/routes/card/picture.tsx';
import { HEIGHT, MARGIN, type Text, WIDTH } from '../../src/routes/card/picture-head.ts';
import { layOut } from '../../src/routes/card/picture-layout.ts';
import { COLUMNS } from '../../src/routes/card/picture-row.ts';
import { printable } from '../../src/routes/card/printable.ts';
import { unpackWoff } from '../../src/routes/card/woff.ts';

const FACES: readonly Face[] = ['source-sans-3-400', 'source-sans-3-600', 'source-serif-4-700'];
const OWN_FONTS = [sans, sansBold, serifBold].map((bytes) => new Uint8Array(bytes));

const READING = readingWords({ stated: 'hundreds', lang: 'en', gloss: null }, DEFAULT_SCHEME, 'en');

const AXIS: NonNullable<Panel['groups'][number]['axis']> = {
  ticks: [
    [0, '0'],
    [10, '10'],
    [40, '100'],
    [70, '1,000'],
    [100, '10,000'],
  ],
  note: 'each step is ten times',
  labels: [],
  broken: false,
  zeroLine: null,
};

const row = (fields: Partial<PanelRow>): PanelRow => ({
  name: 'Ukraine’s president',
  by: 'Volodymyr Zelenskyy · via Reuters',
  text: '“more than 3,000”',
  when: '23 Dec 2024',
  notes: [],
  mark: ['point', 83, null, null, 'up', 0],
  strokes: null,
  figure: true,
  ...fields,
});

const MIXED: PanelRow[] = [
  row({}),
  row({
    name: 'Unnamed US military official',
    text: '“hundreds”',
    when: `23 Dec 2024 · ${READING}`,
    notes: [READING],
    scheme: 'By Source',
    mark: ['band', null, 49, 70, '', 0],
  }),
  row({ name: 'Kremlin', text: '“no losses”', mark: ['point', 0, null, null, '', 0] }),
  row({ name: 'US Defense Department', text: 'acknowledges, no figure', mark: null, figure: false }),
  row({ name: 'Joint Chiefs', text: '“4,000 casualties”', mark: ['bar', 60, 45, 75, '', 0] }),
  row({ name: 'Ministry', text: '“at most 5,000”', mark: ['point', 90, null, null, 'down', 1] }),
];

function panel(rows: PanelRow[], fields: Partial<Panel> = {}): Panel {
  return {
    slug: 'north-korean-casualties',
    title: 'North Korean casualties in Kursk',
    summary: 'What each source has said since Pyongyang’s troops joined Russia’s war.',
    url: '/t/north-korean-casualties',
    lang: 'en',
    heading: 'Killed or wounded',
    groups: rows.length === 0 ? [] : [{ label: 'Killed or wounded, so far', axis: AXIS, rows }],
    foot: '6 of 21 sources, newest first',
    extent: { shown: 6, all: 21, order: 'newest', has: null },
    fewer: { least: 0, chosen: '', plain: '' },
    more: 'All at By Source',
    pinned: null,
    revision: 3,
    ...fields,
  };
}

const HOSTILE = '<script>alert("x")</script> & \u202e]]>\u0000\ud800';
const LONG = `“${'many words and '.repeat(8)}”`;
const UNBROKEN = `“${'9'.repeat(120)}”`;
const EIGHT_MEASURES = Array.from({ length: 8 }, (_, at) => ({
  label: `Killed or wounded, 20 September 2017 to 2${at} February 2018`,
  axis: at === 0 ? AXIS : null,
  rows: at === 0 ? MIXED.slice(0, 2) : [row({ name: `Newsroom ${at}`, mark: null })],
}));

const PANELS: Record<string, Panel> = {
  'six rows': panel(MIXED),
  'one row': panel(MIXED.slice(0, 1)),
  'two rows': panel(MIXED.slice(0, 2)),
  'thirty rows': panel(Array.from({ length: 30 }, (_, at) => row({ name: `Source number ${at}` }))),
  'no row': panel([]),
  'hostile names': panel(
    MIXED.map((each) => row({ ...each, name: HOSTILE, by: HOSTILE, text: HOSTILE })),
    { title: HOSTILE, summary: HOSTILE, heading: HOSTILE, pinned: [HOSTILE], lang: 'en"><script>' },
  ),
  'long words': panel([
    row({ text: LONG }),
    row({ text: LONG, mark: null }),
    row({ text: LONG, name: LONG }),
  ]),
  'unbroken words': panel(Array.from({ length: 9 }, () => row({ text: UNBROKEN, name: 'x'.repeat(120) }))),
  'several measures': panel([], { groups: EIGHT_MEASURES }),
  'long title': panel(MIXED, { title: 'How much oil flowed from the Deepwater Horizon well '.repeat(3) }),
  pinned: panel(MIXED, {
    pinned: ['The record as it stood on 1 Jan 2025; 4 changes since.', 'A correction. '.repeat(20)],
  }),
  'long labels': panel([], {
    heading: 'Heading '.repeat(30),
    groups: [{ label: 'Label '.repeat(40), axis: AXIS, rows: MIXED }, ...EIGHT_MEASURES],
  }),
};

const each = test.for(Object.entries(PANELS));

describe('the layout', () => {
  each('of %s keeps every text in its column', ([, drawn]) => {
    for (const text of layOut(drawn, 'as of 22 Nov 2026').texts) {
      const { left, right } = boxOf(text);
      expect(left, text.text).toBeGreaterThanOrEqual(MARGIN);
      expect(right, text.text).toBeLessThanOrEqual(WIDTH - MARGIN + 0.01);
      expect(text.y, text.text).toBeLessThan(HEIGHT - 10);
    }
  });

  each('of %s overlaps nothing', ([, drawn]) => {
    const { texts, parts } = layOut(drawn, 'as of 22 Nov 2026');
    const boxes = texts.map(boxOf);
    for (const [at, a] of boxes.entries()) {
      for (const b of boxes.slice(at + 1)) expect(overlap(a, b), `${a.text} | ${b.text}`).toBe(false);
      for (const { y } of parts) {
        const line = { left: COLUMNS.mark.x, right: WIDTH - MARGIN, top: y - 10, bottom: y + 10 };
        expect(overlap(a, line), `${a.text} | axis at ${y}`).toBe(false);
      }
    }
  });

  each('of %s draws no letter that the fonts lack', ([, drawn]) => {
    const readers = layOut(drawn, '').texts.flatMap(({ text }) => [...text]);
    expect(readers.filter((mail) => !isDrawable(mail))).toEqual([]);
  });

  test('shows the first rows that fit and says how many sources they are', () => {
    const { rows, texts } = layOut(PANELS['thirty rows'] as Panel, '');
    expect(rows.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4].map((at) => `Source number ${at}`));
    expect(texts.map(({ text }) => text)).toContain('5 of 21 sources, newest first');
  });

  test('counts a source once, and says "1 source" where there is one', () => {
    const one = panel([row({}), row({ text: '“4,000”' })], {
      extent: { shown: 1, all: 1, order: 'newest', has: null },
    });
    expect(layOut(one, '').texts.map(({ text }) => text)).toContain('1 source, newest first');
  });

  test('never leaves a row alone on an axis after others', () => {
    const groups = [
      { label: 'Killed or wounded, May', axis: AXIS, rows: MIXED.slice(0, 4) },
      { label: 'Killed or wounded, June', axis: AXIS, rows: MIXED.slice(0, 2) },
    ];
    const { rows, texts } = layOut(panel([], { groups }), '');
    expect(rows).toHaveLength(4);
    expect(texts.map(({ text }) => text)).toContain('Killed or wounded, May');
  });

  test('names the measure of a row that stands among others', () => {
    const of = 'Killed or wounded, September and October 2017';
    const rows = [row({ mark: null, of }), row({ mark: null, of: 'Killed or wounded, May 2018' })];
    const words = layOut(panel([], { groups: [{ label: 'Killed or wounded', axis: null, rows }] }), '').texts;
    expect(words.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Killed or wounded', 'September and', 'October 2017', 'May 2018']),
    );
  });

  test('says in the foot whose reading a vague word has', () => {
    const words = layOut(panel(MIXED), '').texts.map(({ text }) => text);
    expect(words).toContain(`23 Dec 2024 · ${READING}`);
    expect(words.join('\n')).toContain('vague words read by the By Source scheme');
  });

  test('says what a pinned state says', () => {
    const words = layOut(PANELS.pinned as Panel, '').texts.map(({ text }) => text);
    expect(words.join(' ')).toContain('The record as it stood on 1 Jan 2025; 4 changes since.');
  });
});

describe('measuring', () => {
  test.for([
    ['source-sans-3-400', 'Source Sans 3', '“about 12,600 to 21,500 barrels a day”, Ávila WAVE To.'],
    ['source-sans-3-600', 'Source Sans 3 SemiBold', 'Flow Rate Technical Group, mass balance team'],
    ['source-serif-4-700', 'Source Serif 4', 'How many people died because of Hurricane Maria'],
  ] as const)('agrees with what %s draws', async ([face, family, text]) => {
    const weight = face.slice(-3);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="100"><text y="60" font-family="${family}" font-weight="${weight}" font-size="40">${text}</text></svg>`;
    const drawn = (await Resvg.async(svg, { font: { fontBuffers: OWN_FONTS } })).getBBox()?.width ?? 0;
    const measured = widthOf(text, { face, size: 40 });
    expect(drawn / measured).toBeGreaterThan(0.95);
    expect(drawn / measured).toBeLessThan(1.01);
  });
});

describe('words', () => {
  test.for([
    ['“35,000 to 60,000”', ['35,000', '60,000']],
    ['“about 25%” in 1.7 million', ['25%', '1.7']],
    ['200–999, 35-60', ['200', '999', '35', '60']],
    ['“four-thousand-100” of COVID19', []],
  ] as const)('the numbers of %j weigh more', ([text, heavy]) => {
    const style: Style = { face: 'source-sans-3-400', size: 30, figures: 'source-sans-3-600' };
    const runs = runsOf(text, style);
    expect(runs.filter(({ face }) => face === style.figures).map((run) => run.text)).toEqual(heavy);
  });

  test.for([
    ['“80万人” (800,000 people, our translation)', '“80万人” (800,000 people, our translation)'],
    [
      'denies “ასობით” (hundreds, our translation), no figure',
      'denies hundreds (our translation), no figure',
    ],
    ['“trois mille” (three thousand, our translation)', '“trois mille” (three thousand, our translation)'],
    ['Đoko Šarić, Łódź', 'Đoko Šarić, Łódź'],
    ['“5.6 x 10⁴ ±21%”', '“5.6 x 10⁴ ±21%”'],
    ['「13명」 killed', '「13명」 killed'],
    ['⟦13⟧ killed', '…13… killed'],
    ['a\u202eb\u0000c\ud800', 'abc'],
    ['Кремль', 'Кремль'],
    ['თბილისი', ''],
  ] as const)('%j is printed as %j', ([text, printed]) => {
    expect(printable(text)).toBe(printed);
  });

  test('a source whose name has no letter to draw is still a row', () => {
    const words = layOut(panel([row({ name: 'თბილისი' })]), '').texts.map(({ text }) => text);
    expect(words).toContain('(not in Latin letters)');
  });
});

describe('the SVG', () => {
  test('names the rows, its title and its description, and carries no font', () => {
    const svg = drawSvg(panel(MIXED), 'as of 22 Nov 2026');
    for (const { name } of MIXED.slice(0, 5)) expect(svg).toContain(name);
    expect(svg).toContain('<title id="title">North Korean casualties in Kursk</title>');
    expect(svg).toContain('Ukraine’s president: “more than 3,000”, 23 Dec 2024.');
    expect(svg).toContain('as of 22 Nov 2026');
    expect(svg).not.toMatch(/@font-face|base64|href/);
  });

  test('escapes what a name holds', () => {
    const svg = drawSvg(PANELS['hostile names'] as Panel);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script');
    expect(svg.isWellFormed()).toBe(true);
    expect(svg).not.toContain('\u0000');
  });

  test('draws each kind of mark in its own shape', () => {
    const svg = drawSvg(panel(MIXED.slice(0, 3)));
    expect(svg).toContain('url(#fade-up)');
    expect(svg).toContain('url(#soft)');
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(drawSvg(panel(MIXED.slice(4)))).toContain('url(#fade-down)');
  });
});

const readAsset = async (path: string) => {
  const response = await env.ASSETS.fetch(`https://assets.local${path}`);
  return response.ok ? response.arrayBuffer() : null;
};

describe('letters of other alphabets', () => {
  const OTHERS = [
    ['Polish', 'dwa miliony złotych, Łódź'],
    ['Ukrainian', 'сотні загиблих, Київ'],
    ['Greek', 'εκατοντάδες νεκροί'],
    ['Vietnamese', 'hàng nghìn người'],
    ['Korean', '사상자 1만 명'],
    ['Chinese', '數以千計，18.7萬人'],
    ['Japanese', '数百人が死亡'],
    ['Arabic', 'أكثر من ٢٠٠٠ حالة'],
    ['Hebrew', 'מאות הרוגים'],
    ['Hindi', 'हज़ारों लोग'],
    ['Bengali', 'হাজার হাজার মানুষ'],
    ['Thai', 'หลายร้อยคน'],
  ] as const;

  test.for(OTHERS)('%s is printed as it was said', ([, words]) => {
    expect(printable(words)).toBe(words);
  });

  test.for(OTHERS)('%s has each letter drawn, in each weight, and no empty box', async ([, words]) => {
    for (const face of FACES) {
      const drawn = new Map<string, string>();
      for (const letter of new Set(words.replaceAll(/[\s\p{M}]/gu, ''))) {
        const [run] = runsOf(letter, { face, size: 40 });
        const inkOf = async (text: string) => {
          const family = run?.slice?.name ?? 'Source Sans 3';
          const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><text y="45" font-family="${family}" font-weight="${run?.slice?.weight ?? 400}" font-size="40">${text}</text></svg>`;
          return String(await drawPng(svg, readAsset));
        };
        drawn.set(letter, await inkOf(letter));
        expect(drawn.get(letter), `${face}: ${letter}`).not.toBe(await inkOf('\u0b95'));
      }
      expect(new Set(drawn.values()).size, face).toBe(drawn.size);
    }
  });

  test.for(OTHERS)('%s is about as wide as it was measured', async ([language, words]) => {
    for (const face of FACES) {
      const style: Style = { face, size: 40 };
      const run = runsOf(words, style).find(({ slice }) => slice !== null);
      if (!run?.slice) throw new Error(`Nothing is drawn by another font: ${words}`);
      const { text, slice } = run;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="100"><text y="60" font-family="${slice.name}" font-weight="${slice.weight}" font-size="40">${text}</text></svg>`;
      const names = [...slicesIn(svg)];
      const slices = await Promise.all(
        names.map(async (name) => unpackWoff((await readAsset(pathOf(name))) as ArrayBuffer, name)),
      );
      const font = { fontBuffers: [...OWN_FONTS, ...slices] };
      const width = (await Resvg.async(svg, { font })).getBBox()?.width ?? 0;
      expect(width / widthOf(text, style), `${face}: ${text}`).toBeGreaterThan(
        language === 'Arabic' ? 0.9 : 0.75,
      );
      expect(width / widthOf(text, style), `${face}: ${text}`).toBeLessThan(1.1);
    }
  });

  test('a picture of many languages draws each in its own font and weight', async () => {
    const svg = drawSvg(
      panel([row({ name: '警務處' }), row({ name: '합동참모본부' }), row({ name: 'ドイツ' })]),
    );
    expect([...slicesIn(svg)].map((name) => name.replace(/-\d+-/, '-*-')).sort()).toContain(
      'noto-sans-sc-*-700',
    );
    for (const name of slicesIn(svg))
      expect((await readAsset(pathOf(name)))?.byteLength).toBeGreaterThan(1_000);
  });

  test('a measure that is called as its family is named once', () => {
    const once = panel(MIXED.slice(0, 2), {
      groups: [
        { label: 'Killed or wounded', axis: AXIS, rows: MIXED.slice(0, 2) },
        { label: 'Missing', axis: null, rows: [row({ name: 'Another', mark: null, of: 'Missing' })] },
      ],
    });
    const words = layOut(once, '').texts.map(({ text }) => text);
    expect(words.filter((text) => text === 'Killed or wounded')).toHaveLength(1);
  });

  test('a note of which only a stub would fit is left out, and the foot is never cut', () => {
    const when = `20 Sept 2025, 18:00 UTC+2 · ${'a long reading '.repeat(2)}`;
    const noted = row({ when, notes: ['Marchers: declined to answer: “we do not count those who march”'] });
    const { texts } = layOut(panel(Array.from({ length: 6 }, (_, at) => ({ ...noted, name: `S${at}` }))), '');
    expect(texts.filter(({ text }) => /· \S{0,12}…/.test(text))).toEqual([]);
    const foot = layOut(
      panel(MIXED, { extent: { shown: 6, all: 210, order: 'newest', has: null } }),
      'as of '.repeat(9),
    ).texts;
    expect(foot.filter(({ text, y }) => y > 600 && text.endsWith('…') && text.includes('sources'))).toEqual(
      [],
    );
  });

  test('Arabic words keep their order: the blanks and digits between them are drawn with them', () => {
    const style: Style = { face: 'source-sans-3-400', size: 30, figures: 'source-sans-3-600' };
    const runs = runsOf('“أكثر من ٢٠٠٠ حالة” (more than 2,000)', style);
    expect(runs.map((run) => run.text)).toEqual(['“', 'أكثر من ٢٠٠٠ حالة', '” (more than ', '2,000', ')']);
  });

  test('a font that cannot be read leaves its letters out, and the picture is still drawn', async () => {
    const svg = drawSvg(panel([row({ name: '뷁쮏' })]));
    const without = await drawPng(svg, () => Promise.resolve(new ArrayBuffer(64)));
    expect(without.byteLength).toBeGreaterThan(1_000);
    expect(await drawPng(svg, readAsset)).not.toEqual(without);
  });
});

describe('the PNG', () => {
  each('of %s is 1200 by 630 and light', async ([, drawn]) => {
    const png = await drawPng(drawSvg(drawn, 'as of 22 Nov 2026'), readAsset);
    expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const header = new DataView(png.buffer, png.byteOffset + 16, 8);
    expect([header.getUint32(0), header.getUint32(4)]).toEqual([WIDTH, HEIGHT]);
    expect(png.byteLength).toBeLessThan(200_000);
  });

  test('of many readers at once is one and the same', async () => {
    const svg = drawSvg(panel(MIXED));
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => drawPng(svg, readAsset)));
    for (const other of others) expect(other).toEqual(first);
  });
});

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** From the height of a capital to half a descender. */
function boxOf({ text, x, y, style, anchor }: Text): Box & { text: string } {
  const width = widthOf(text, style);
  const left = anchor === 'end' ? x - width : x;
  return { text, left, right: left + width, top: y - 0.66 * style.size, bottom: y + 0.12 * style.size };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
