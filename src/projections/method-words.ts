/** How a figure was made, in one line: what was disclosed of it, in an order that does not depend on who recorded it. */
import { wholeOf } from '../domain/figure/quantity.ts';
import type { Claim } from '../domain/record/claim.ts';
import type { Method } from '../domain/record/method.ts';
import { UNITY } from '../domain/record/unit.ts';
import { daysWords, dayWords, listWords, numberWords } from './locale.ts';
import { countedWords } from './unit-words.ts';
import { countedIn, unitOf, type WordingContext } from './wording.ts';
import { wordsOf } from './words/words.ts';

/** "1,204 adults, 3–5 Mar 2025, online, ±2.8 points, for Daily D · weighted by age"; null where nothing is disclosed. */
export function methodWords(claim: Claim, { record, lang }: WordingContext): string | null {
  const { method } = claim;
  if (method === null) return null;
  const words = wordsOf(lang).howMade;
  const parts = [
    sampleWords(method, lang),
    fieldWords(method, lang),
    method.mode && words.modes[method.mode],
    marginWords(claim, method, { record, lang }),
    method.sponsor && words.sponsor(method.sponsor),
  ].filter((part) => part !== null);
  const line = parts.length === 0 ? null : listWords(parts, lang);
  return method.note === null ? line : words.note(line, method.note);
}

function sampleWords({ sampleSize, denominator }: Method, lang: string): string | null {
  const { sample, among } = wordsOf(lang).howMade;
  if (sampleSize !== null) return sample(numberWords(sampleSize, lang, UNITY), denominator);
  return denominator === null ? null : among(denominator);
}

function fieldWords({ fieldFrom, fieldTo }: Method, lang: string): string | null {
  const { from, to } = wordsOf(lang).howMade.days;
  if (fieldFrom !== null && fieldTo !== null) return daysWords(fieldFrom, fieldTo, lang);
  if (fieldFrom !== null) return from(dayWords(fieldFrom, lang));
  return fieldTo === null ? null : to(dayWords(fieldTo, lang));
}

function marginWords(
  claim: Claim,
  { margin, level }: Method,
  { record, lang }: WordingContext,
): string | null {
  const { howMade } = wordsOf(lang);
  const covered = level === null ? null : numberWords(level, lang, 'share');
  if (margin === null) return covered === null ? null : howMade.level(covered);
  // A margin of a part is in points, in whatever unit the part is: three percent of 40 % would be another.
  const whole = wholeOf(unitOf(claim, record));
  const around = howMade.margin(
    whole !== null
      ? howMade.points(numberWords((margin / whole) * 100, lang, UNITY))
      : countedWords([margin], countedIn(claim, record), lang),
  );
  return covered === null ? around : howMade.atLevel(around, covered);
}
