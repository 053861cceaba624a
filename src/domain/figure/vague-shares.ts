/** English words for shares that nobody gave a number of, and where in a wording they are figures: never in "at most". */
import { SAID } from './vague-counts.ts';

/** Most specific first, so that "the vast majority" is not read as "a majority". */
const SHARE_WORDS = [
  'nearly all',
  'nearly half',
  'the vast majority',
  'a majority',
  'a minority',
  'most',
] as const;
export type ShareWord = (typeof SHARE_WORDS)[number];

const ALMOST = '(?:nearly|almost|virtually|practically|just about|close to)';
const SHORT = '(?:just (?:under|below|short of|shy of)|a little (?:under|less than)|not quite)';
/** How long or how often, which is no share of anybody. */
const TIME =
  '(?:hour|day|night|morning|afternoon|evening|week|weekend|month|season|summer|winter|year|decade|century|time)s?\\b';
/** By itself, and not what something is called after: "the night in tents", never "the night shift", "the day’s flights". */
const TIME_ALONE = `${TIME}(?=$|[^a-z’' ]| (?:[^a-z]|(?:${[
  'an?|the|this|that|these|those|it|he|she|they|we|you|i|who|which|was|were|is|are|had|has|have|can|could|will|would|may',
  'and|or|but|as|if|so|in|on|at|to|of|for|from|with|without|by|before|after|between|during|until|till|since|when|while|where',
  'because|not|there|here|ago|now|then|too|alone|again|long|away|out|off|up|down|under|over|into|[a-z]+(?:ing|ed|ly)',
].join('|')})(?![a-z])))`;
/** What half begins and is no half: "half a million", "half-time". */
const NOT_HALF = `(?![- ](?:(?:of )?an?\\b|way|past|mast|dozen|hundred|thousand|million|billion|${TIME}))`;

/** A majority of seats: "won a majority", "a majority of 12", "a majority government"; or of the shares in a firm. */
const SEATED =
  '(?<!\\b(?:wi[nt]s?|winning|with|won|los(?:e[sd]?|t|ing)|secure[sd]?|gain(?:s|ed)?|h[oe]ld(?:s|ing)?|command(?:s|ed)?|need(?:s|ed)?|ha[sd]|have|having|without|working|outright) )';
const SEATS =
  '(?! (?:leaders?|leadership|whip|governments?|part(?:y|ies)|own(?:ers?|ership|ed)|stakes?|share(?:s|holders?|holding)?|votes?|rule|rights|interest|control|coalition|opinion|' +
  'verdict|reports?|groups?|communit(?:y|ies)|languages?|in (?:the |both )?(?:parliament|house|senate|commons|lords|assembly|chamber|council|bundestag|congress))\\b)' +
  '(?! of (?:\\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|(?:the )?(?:seats|shares|stock|voting))\\b))';
/** A wider term would be another: "parliamentary majority", "an ethnic minority". */
const BARE = '(?<![a-z][ -])';
const WIDTH =
  '(?:small|tiny|slim|narrow|bare|slight|clear|solid|absolute|simple|strong|comfortable|substantial|sizeable|significant|large) ';
const VAST = '(?:vast|overwhelming|great|large|huge|massive|immense|crushing) ';

/** Superlatives and set phrases: "at most", "the most", "their most". */
const RANKED =
  '(?<!\\b(?:at|the|its|their|his|her|our|whose|my|your|second|third|next|single|far and away) )';
/** Of something, before those of whom it is said, or alone; any other word after it makes a superlative. */
const OF_SOMEBODY =
  `(?=$|[.,;:!?)”"]| of (?!all\\b|the ${TIME_ALONE})|` +
  ' (?:(?:local|adult|registered|eligible|young|older|other|foreign|surveyed|polled) )?(?:people|children|men|women|police|[a-z]{2,}(?<!ou|s)s)(?![a-z])|' +
  ' (?:were|are|have|had|did|do|said|say|want|think|believe)\\b)';

/** How each word is written where it is a figure; a word does not compile until it has its form here. */
export const SHARE_FORMS: Readonly<Record<ShareWord, string>> = {
  'nearly all': `${SAID}\\b${ALMOST} (?:all(?! (?:(?:the|that|this|of the) )?${TIME_ALONE}| (?:but|over|along|right)\\b)|every(?:one|body)\\b|every (?!(?:other |single )?${TIME}))`,
  'nearly half': `(?:${SAID}\\b${ALMOST}|\\b${SHORT}) (?:a )?half\\b${NOT_HALF}`,
  'the vast majority': `${SAID}${SEATED}\\b(?:(?:a|the) )?${VAST}majority\\b${SEATS}`,
  'a majority': `${SAID}${SEATED}(?:\\b(?:a|the) (?:${WIDTH})?|${BARE}\\b)majority\\b${SEATS}`,
  'a minority': `${SAID}(?<!\\b(?:to|from|against|as|into) )(?:\\ba (?:${WIDTH})?|${BARE}\\b)minority\\b${SEATS}`,
  most: `${SAID}${RANKED}\\bmost\\b${OF_SOMEBODY}`,
};
