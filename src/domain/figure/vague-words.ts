/** The vague words that schemes read, and where in a wording they are figures at all: never in "test scores". */

/** Most specific first; a new word does not compile until it has its form here and its rules in `vagueness.ts`. */
export const VAGUE_WORDS = [
  'tens of thousands',
  'a couple hundred',
  'a few hundred',
  'several hundred',
  'a handful',
  'dozens',
  'scores',
  'hundreds',
  'thousands',
  'tens',
] as const;
export type VagueWord = (typeof VAGUE_WORDS)[number];

/** Multiplied further, a word is another number that no scheme reads: "hundreds of billions", "several hundred thousand". */
const ALONE =
  '(?![ -](?:of )?(?:tens|dozens|scores|hundreds?|thousands?|millions?|billions?|trillions?|lakhs?|crores?|bn|mn)\\b)';
/** Multiplied before, or counted: "hundreds of thousands", "two dozens". */
const UNCOUNTED =
  '(?<!\\b(?:tens|dozens|scores|hundreds?|thousands?) of )(?<!\\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|\\d)[ -])';
/** What is denied or only answered is not said: "not hundreds". */
const SAID =
  "(?<!\\b(?:not|no|never|nor|rather than|instead of|isn't|wasn't|weren't|aren't|if not) )(?<!\\b(?:not|no) (?:in the|by the|even|just) )";
/** Words before scores that are points, marks or music. */
const MARKS =
  '(?<!\\b(?:tests?|exams?|credit|box|film|music|musical|orchestral|piano|high|low|top|final|quiz|iq|average|mean|median|approval|satisfaction|maths?|reading|sat|apgar|risk|' +
  'match|game|goal|football|line|full|half-time|z|poor|good|bad|best|better|worse|worst|higher|lower|the|his|her|their|its|our|your|my|these|those|settle|settled|settling|even|old|' +
  "students?'?s?|pupils?'?s?|school|national|pisa|he|she|it|who|team|player|judges?'?s?|trust|safety|performance|quality|vote|poll) )";
/** Scores of something, or scores to whom something happened; never before a number or of a game. */
const OF_PEOPLE =
  '(?= (?:of (?!\\d|(?:the )?(?:points|goals|hits|runs|tests?|exams?|match|matches|games?|season|films?)\\b)|(?:more|were|are|have|had|dead|killed|died|dying|wounded|injured|hurt|missing|feared|' +
  'captured|arrested|detained|people|others|casualties|deaths|victims|soldiers|civilians|trapped|buried|displaced|rescued|evacuated)\\b))';
/** Alone, scores are people only where the wording begins with them, or after what was done to them. */
const AT_THE_START =
  '(?<=(?:^|[.,;:(“"]\\s*|\\b(?:kill|wound|injur|hurt|leav|left|los|claim|arrest|detain|captur|bur[iy]|trap|rescu|displac|evacuat|perhaps|maybe|least|almost|nearly|about|roughly|by)[a-z]*\\s)(?:the )?)';

/** A handful of something, not somebody who is one. */
const OF_THINGS = "(?<!(?:he|she|they|who)(?:'s| is| was|'re| are| were) (?:quite |such |a bit of )?(?:a )?)";

/** How each word is written where it is a figure. */
const FORMS: Readonly<Record<VagueWord, string>> = {
  'tens of thousands': `${SAID}\\btens of thousands\\b${ALONE}`,
  'a couple hundred': `${SAID}\\b(?:a |one )?couple (?:of )?hundred\\b${ALONE}`,
  'a few hundred': `${SAID}\\b(?:a )?few hundreds?\\b${ALONE}`,
  'several hundred': `${SAID}\\bseveral hundreds?\\b${ALONE}`,
  'a handful': `${SAID}${OF_THINGS}\\b(?:a (?:small |mere |tiny )?)?handful\\b${ALONE}`,
  dozens: `${SAID}${UNCOUNTED}\\b(?:dozens|(?:several|a few) dozens?)\\b${ALONE}`,
  scores: `${SAID}${UNCOUNTED}(?:${MARKS}\\bscores\\b${ALONE}${OF_PEOPLE}|${AT_THE_START}\\bscores\\b(?=$|[.,;:!?)”"]))`,
  hundreds: `${SAID}${UNCOUNTED}\\bhundreds\\b${ALONE}`,
  thousands: `${SAID}${UNCOUNTED}\\b(?:thousands|(?:several|a few) thousands?)\\b${ALONE}`,
  tens: `${SAID}${UNCOUNTED}\\btens\\b${ALONE}`,
};

/** Most specific first, so that "several hundred" is not read as "hundreds". */
const LEXICON = VAGUE_WORDS.map((word) => [word, new RegExp(FORMS[word], 'iu')] as const);

/** The word of the lexicon in a wording, or null: then it is a stance with words, not a figure. */
export function vagueWord(wording: string): VagueWord | null {
  return LEXICON.find(([, form]) => form.test(wording))?.[0] ?? null;
}

/** Where that word stands in the wording, or null. */
export function vagueSpan(wording: string): { from: number; to: number } | null {
  for (const [, form] of LEXICON) {
    const match = form.exec(wording);
    if (match) return { from: match.index, to: match.index + match[0].length };
  }
  return null;
}
