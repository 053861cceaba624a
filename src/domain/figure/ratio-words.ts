/** Parts said by two numbers: "1 in 8", "8명 중 1명", "三分之一", and odds ("3 to 1 against"). */
import type { StatedNumber } from './stated-number.ts';

/** "1 in 8", "three out of every four", "1 von 8", "un sur huit": the part comes first. */
const PART_FIRST =
  /^(?: \p{L}[\p{L}\p{M}]*)?[ -](?:in|of|out of|von|aus|sur|de|de cada|em cada|su|van de|з|із|из|на|من|من كل|من أصل)[ -](?:(?:every|each|cada|кожні|кожних|каждые|каждых|كل|les|los|las) )?$/iu;
const SLASH = /^\/$/;
/** The whole comes first. */
const WHOLE_FIRST =
  /^ ?(?:分之|分の|분의 ?|(?:명|개|가구|곳|건|대|채) ?(?:중|가운데|당) ?|(?:人|个|個|名|戸|軒|世帯)?(?:に|中(?:就?有)?|のうち|当中有?|當中有?) ?|(?:\p{L}[\p{L}\p{M}]*)? ?में से )$/u;
/** Odds give the chances against and for. */
const ODDS = /^(?: to |:|-|\/| zu | contre | a | к | до )$/iu;
const AGAINST = /^ ?(?:against|dagegen|contre un|en contra|против|проти)(?!\p{L})/iu;
const FOR = /^ ?(?:on|in favou?r|for|dafür|a favor|за)(?!\p{L})/iu;
const ODDS_BEFORE = /(?:odds|quoten?|cote|cuota|шансы|шанси)(?: \p{L}+){0,3} $/iu;
/** A half that no numeral names. */
const HALF = /\b50[-/:]50\b|\bfifty-fifty\b|절반|과반(?!수)|一半|半数(?!超)|半數|半分/gu;

/** The parts and chances that neighbouring figures make together; they stand beside the two. */
export function ratiosIn(found: readonly StatedNumber[], plain: string): StatedNumber[] {
  const pairs = found.flatMap((a, at) => {
    const b = found[at + 1];
    return b && !a.isMargin && !b.isMargin && a.per === 1 && b.per === 1 ? parts(a, b, plain) : [];
  });
  return [...pairs, ...halves(plain)];
}

function parts(a: StatedNumber, b: StatedNumber, plain: string): StatedNumber[] {
  const [between, after] = [plain.slice(a.to, b.from), plain.slice(b.to)];
  const [x, y] = [a.can[0] ?? 0, b.can[0] ?? 0];
  const both = (can: number[]): StatedNumber => ({ ...a, to: b.to, can, isFraction: true, falls: false });
  if (x <= 0 || y <= 0) return [];
  if (ODDS.test(between)) {
    if (AGAINST.test(after)) return [both([y / (x + y)])];
    if (FOR.test(after)) return [both([x / (x + y)])];
    // Nobody said which of the two they are.
    if (ODDS_BEFORE.test(plain.slice(0, a.from))) return [both([y / (x + y), x / (x + y)])];
  }
  if ((PART_FIRST.test(between) || SLASH.test(between)) && y > x) return [both([x / y])];
  return WHOLE_FIRST.test(between) && x > y ? [both([y / x])] : [];
}

const halves = (plain: string): StatedNumber[] =>
  [...plain.matchAll(HALF)].map(({ index, 0: words }) => ({
    from: index,
    to: index + words.length,
    can: [0.5],
    per: 1,
    isFraction: true,
    isMargin: false,
    falls: false,
  }));
