/** The phrases by which English speakers hedge a figure: those that stand before it and those that follow it. */
import type { Hedge } from './value.ts';

export interface HedgePhrase {
  hedges: readonly Hedge[];
  /** A pattern in lower case, without its edges. */
  form: string;
  /** Words right before the phrase with which it means something else ("spoke about 300", "all over 300 villages"). */
  unless?: string;
}

const phrase = (hedges: Hedge | readonly Hedge[], form: string, unless?: string): HedgePhrase => ({
  hedges: typeof hedges === 'string' ? [hedges] : hedges,
  form,
  ...(unless === undefined ? {} : { unless }),
});

const FAR =
  '(?:(?:just|well|far|many|much|slightly|somewhat|considerably|significantly|substantially|a little|a lot) )?';
const JUST = '(?:only just|just|slightly|a little|a shade|a touch|a fraction|marginally|narrowly|barely)';
/** Whether a limit is named as one: "a maximum estimated flow would be 60,000". */
const NAMED = '(?: [a-z]+){0,3}?(?: of| is| was| were| be| at)?:?';
const SPEAKING =
  '(?:talk|talks|talked|talking|speak|speaks|spoke|speaking|ask|asks|asked|asking|tell|tells|told|know|knows|knew|hear|hears|heard|worry|worried|concern|concerns|concerned|' +
  'complain|complained|lie|lied|lying|think|thinks|thought|news|information|story|stories|question|questions|details|data|doubt|doubts|report|reports|reported on|anxious|unclear|what|how)';

/** Before the figure. Of those that fit, the longest counts, so that "no more than" is not read as "more than". */
export const BEFORE: readonly HedgePhrase[] = [
  phrase('about', 'about', SPEAKING),
  phrase('about', 'around', '(?:walk\\w*|tour\\w*|turn\\w*|travel\\w*|all|look\\w*|hang\\w*)'),
  phrase(
    'about',
    '(?:around|round) about|approximately|approx\\.?|roughly|circa|ca?\\.|some|perhaps|maybe|possibly',
  ),
  phrase(
    'about',
    '(?:an )?estimated(?: at)?|(?:an )?estimates? of|give or take|more or less|closer to|nearer to|~|≈|∼|≅|≃',
  ),
  phrase(
    'about',
    '(?:in|on|of|to) (?:the|an) order of|(?:in|within) the (?:region|neighbou?rhood|vicinity|area|ballpark) of',
  ),
  phrase(
    'about',
    'something (?:like|around|approaching)|somewhere (?:around|near|close to|in the region of)',
  ),
  phrase(['about', 'almost'], 'close to', '(?:lives?|lived|living|located|stood|stayed)'),
  phrase(
    'almost',
    'almost|nearly|approaching|nearing|verging on|on the verge of|not quite|nigh on|well-nigh|practically|virtually',
  ),
  phrase('almost', 'as good as|the (?:best|better) part of'),
  phrase('almost', `${JUST} (?:short|shy) of`),
  phrase(['almost', 'fewer-than'], `${JUST} (?:under|below|less than|fewer than)`),
  phrase('at-least', 'at(?: the)?(?: very| bare)? least|at (?:a|the)(?: bare| very)? minimum(?: of)?'),
  phrase(
    'at-least',
    `minimum${NAMED}|min\\.|a (?:floor|lower (?:bound|limit)) of|(?:no|not|nothing|never) (?:fewer|less) than`,
  ),
  phrase(
    'at-least',
    '(?:more|greater|higher|larger) than or equal to|equal to or (?:more|greater|higher) than|at or above|a good',
  ),
  phrase([], 'neither more nor (?:less|fewer) than|no more (?:and|or) no (?:less|fewer) than'),
  phrase('at-least', 'no (?:smaller|lower) than|as (?:few|low|little) as|upwards? of|≥|>='),
  phrase('more-than', `${FAR}(?:more|greater|higher|larger|bigger|better) than`),
  phrase(
    'more-than',
    `${FAR}over`,
    '(?:dispute|disputes|row|fight|fights|clash|clashes|debate|anger|protest|protests|argument|controversy|war|mourning|outrage|trial|grief|concern|concerns|handed|turned|signed|flew|flown|all|charged|arrested|questioned|sued|fined|jailed|tried)',
  ),
  phrase('more-than', `${FAR}(?:above|beyond)`, '(?:the|see|as|mentioned)'),
  phrase('more-than', `${FAR}past`, '(?:the|these|last|of)'),
  phrase(
    'more-than',
    `${FAR}north of`,
    '(?:km|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s|yards|village|town|city|border|due)',
  ),
  phrase(
    'more-than',
    'in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|tops|topped|topping|(?:to|could|would|may|might|will|cannot) top',
  ),
  phrase('more-than', '(?:passe[sd]|passing|crosse[sd]|crossing)|>'),
  phrase('at-most', 'at(?: the)?(?: very)? most|at (?:a|the) max(?:imum)?(?: of)?|at the outside'),
  phrase(
    'at-most',
    `maximum${NAMED}|max\\.?|a (?:ceiling|cap|limit|upper (?:bound|limit)) of|capped at|≤|<=`,
  ),
  phrase(
    'at-most',
    '(?:less|fewer|lower) than or equal to|equal to or (?:less|fewer|lower) than|at or (?:below|under)',
  ),
  phrase('at-most', '(?:anything )?up to', '(?:is it|it is|it’s|left)'),
  phrase(
    'at-most',
    'as (?:many|much|high|large) as|(?:no|not|nothing|never) (?:more|greater|higher|larger|bigger) than',
  ),
  phrase('fewer-than', `${FAR}(?:fewer|less|lower|smaller) than|not as (?:many|much|high) as`),
  phrase('fewer-than', `${FAR}(?:under|below)|<`),
  phrase(
    'fewer-than',
    `${FAR}south of`,
    '(?:km|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s|yards|village|town|city|border|due)',
  ),
  phrase('fewer-than', '(?:short|shy) of'),
];

/** Words that may stand between a hedge and the figure it hedges. */
export const BETWEEN =
  /(?:^|[\s(])(?:(?:another|an additional|a further|additional|further|an? (?:\p{L}+ )?(?:total|figure|average|estimate|number|toll|count) of)|(?:us|a|c|hk|nz|s)?[$£€¥₹₩₽]|usd|eur|gbp|rs\.?|the)\s*$|["'“”«„(]\s*$/iu;
/** "over the 300 mark": the article belongs to a mark, else to something known ("about the 300 who died"). */
export const MARK = /^(?:,?[- ](?:mark|threshold|line|level|barrier|milestone)(?!\p{L}))/iu;

/** After the figure, sometimes with its noun between: "300 dead or more". `near` ones touch it. */
export const AFTER: readonly (HedgePhrase & { near?: true })[] = [
  {
    ...phrase('about', '-?odd|-?ish|\\(?(?:approx(?:imately|\\.)|est(?:imate|imated|\\.)?)\\)?'),
    near: true,
  },
  phrase(
    'about',
    'or so|or thereabouts?|give or take(?: a few)?|more or less|roughly|approximately|perhaps|maybe|or near it',
  ),
  { ...phrase(['at-least', 'more-than'], '\\+'), near: true },
  { ...phrase('at-least', '-?plus'), near: true },
  phrase(
    'at-least',
    'or (?:more|above|over|higher|greater|upwards?)|(?:and|or) (?:up|upwards|above|counting|more|rising)|upwards|onwards',
  ),
  phrase(
    'at-least',
    'at(?: the)?(?: very)? least|at (?:a|the)(?: bare)? minimum|minimum|if not more|(?:perhaps|maybe|possibly) more',
  ),
  phrase('more-than', 'and then some'),
  phrase('almost', 'almost|nearly'),
  phrase('at-most', 'or (?:less|fewer|under|below|lower)|(?:and|or) (?:under|below)'),
  phrase(
    'at-most',
    'at(?: the)?(?: very)? most|at (?:a |the )?max(?:imum)?|max(?:imum)?|tops|at the outside|if that',
  ),
];

/** What a denied bound says: not more than 300 is at most 300. Any other hedge denied says nothing that we can name. */
export const DENIED: Partial<Record<Hedge, Hedge>> = { 'more-than': 'at-most', 'fewer-than': 'at-least' };

const AUXILIARY =
  '(?: (?:be|been|being|have|has|had|to|by|any|much|many|far|significantly|go|gone|going|rise|risen|climb|come|reach|stand|number))*';
/** Words before a hedge that deny it. */
export const DENIAL = new RegExp(
  `(?:(?:^|[^\\p{L}])(?:no|not|never|nothing|nor|neither|hardly|scarcely|without|cannot|nowhere|fail(?:s|ed|ing)? to)|n't)${AUXILIARY}\\s*$`,
  'iu',
);
/** Words before a hedge that leave open what is meant. */
export const OPEN =
  /(?:(?:^|[^\p{L}])(?:not|no|never)|n't) (?:necessarily|longer|exactly|yet|quite|even|near|nearly|anywhere|close)(?: \p{L}+)?\s*$/iu;
