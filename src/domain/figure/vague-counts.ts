/** English words for counts that nobody gave a number of, and where in a wording they are figures: never in "test scores". */

/** Most specific first, so that "several hundred" is not read as "hundreds". */
const COUNT_WORDS = [
  'hundreds of millions',
  'tens of millions',
  'hundreds of thousands',
  'tens of thousands',
  'a couple hundred',
  'a few hundred',
  'several hundred',
  'a handful',
  'dozens',
  'scores',
  'hundreds',
  'thousands',
  'millions',
  'billions',
  'tens',
  'several',
  'a few',
  'a couple of',
] as const;
export type CountWord = (typeof COUNT_WORDS)[number];

/** Multiplied further, a word is another number that no scheme reads: "hundreds of billions", "several hundred thousand". */
export const ALONE =
  '(?![ -](?:of )?(?:tens|dozens?|scores?|hundreds?|thousands?|millions?|billions?|trillions?|lakhs?|crores?|bn|mn)\\b)';
/** Multiplied before, or counted: "hundreds of thousands", "two dozens". */
const UNCOUNTED =
  '(?<!\\b(?:tens|dozens|scores|hundreds?|thousands?|millions?|billions?) of )(?<!\\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|\\d)[ -])';
/** What is denied or only answered is not said: "not hundreds". */
export const SAID =
  "(?<!\\b(?:not|no|never|nor|rather than|instead of|isn't|wasn't|weren't|aren't|if not) )(?<!\\b(?:not|no) (?:in the|by the|even|just|an?|the) )";
const OR = ',? (?:or|to|and|if not|maybe|perhaps|possibly|even)(?: even| maybe| perhaps| possibly)?';
/** In "tens or hundreds of thousands" the tens are of thousands too, and the hundreds are not all that is said. */
const WHOLE = `(?!${OR} (?:tens|dozens|scores|hundreds) of (?:thousands|millions|billions)\\b)`;
const FIRST = `(?<!\\b(?:tens|dozens|scores|hundreds|thousands)${OR} )`;
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
/** Not "quite a few", which are many; nor how often, how much more, or a time that passed: "a few times", "a few percent". */
const NOT_MANY = '(?<!\\b(?:quite|good|fair|every|last|past|next|first|these|those|the) )';
const THINGS =
  '(?! (?:times\\b|more times\\b|fold\\b|per ?cent|percentage|points?\\b|%|of (?:the )?(?:times?|percent)))';
/** In law: "joint and several", "several liability". */
const NOT_LAW = '(?<!\\bjoint(?:ly)? and )(?! (?:liability|obligations?|responsibility)\\b)';
const SOME = '(?:several|(?:a )?(?:good )?few|(?:a )?couple(?: of)?)';

const multiple = (of: string) => `${SAID}${FIRST}\\b${of}\\b${ALONE}`;
const plural = (one: string) =>
  `${SAID}${UNCOUNTED}\\b(?:${one}s|${SOME} ${one}s?)\\b${ALONE}${one === 'thousand' ? '' : WHOLE}`;

/** How each word is written where it is a figure; a word does not compile until it has its form here. */
export const COUNT_FORMS: Readonly<Record<CountWord, string>> = {
  'hundreds of millions': multiple('hundreds of millions'),
  'tens of millions': multiple('tens of millions'),
  'hundreds of thousands': multiple('hundreds of thousands'),
  'tens of thousands': multiple('tens of thousands'),
  'a couple hundred': `${SAID}\\b(?:a |one )?couple (?:of )?hundred\\b${ALONE}`,
  'a few hundred': `${SAID}\\b(?:a )?few hundreds?\\b${ALONE}`,
  'several hundred': `${SAID}\\bseveral hundreds?\\b${ALONE}`,
  'a handful': `${SAID}${OF_THINGS}\\b(?:a (?:small |mere |tiny )?)?handful\\b${ALONE}`,
  dozens: plural('dozen'),
  scores: `${SAID}${UNCOUNTED}(?:${MARKS}\\bscores\\b${ALONE}${WHOLE}${OF_PEOPLE}|${AT_THE_START}\\bscores\\b(?=$|[.,;:!?)”"])${WHOLE})`,
  hundreds: `${SAID}${UNCOUNTED}\\bhundreds\\b${ALONE}${WHOLE}`,
  thousands: plural('thousand'),
  millions: plural('million'),
  billions: plural('billion'),
  tens: `${SAID}${UNCOUNTED}\\btens\\b${ALONE}${WHOLE}`,
  several: `${SAID}${NOT_LAW}\\bseveral\\b${THINGS}${ALONE}`,
  'a few': `${SAID}${NOT_MANY}\\ba few\\b${THINGS}${ALONE}`,
  'a couple of': `${SAID}${NOT_MANY}\\ba couple of\\b${THINGS}${ALONE}`,
};
