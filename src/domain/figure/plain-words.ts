/** Words that stand for none, one, all or a multiple without a numeral: "not a single one", "the largest", "everybody", "doubled". */
import { plainFigures } from './digits.ts';
import type { Gauge } from './quantity.ts';

/** Words for none by language; what they hold of "one" is denied and no number. */
const NONE: Readonly<Record<string, string>> = {
  en: 'not (?:an? |even )?(?:single |sole )?one|not an? single|no (?:single )?one|none|nobody|nothing|no|without|unchanged',
  de: 'kein(?:e[rnms]?)?(?: einzige[rnms]?)?|nicht ein(?:e[rnms]?)?(?: einzige[rnms]?)?|niemand(?:e[mn])?|nichts|ohne|unverändert',
  fr: 'aucune?|pas une?(?: seule?)?|personne n\\p{L}*|nulle?|rien|sans|inchangée?',
  es: 'ning(?:ún|uno|una)|ni un[oa]?(?: sol[oa])?|nadie|nada|sin',
  uk: 'жод(?:ен|на|не|ного|ної|ному|ну|них)|ані? од(?:ин|на|ного|ної|ну)|ні од(?:ин|на|ного|ної|ну)|ніхто|нікого|без',
  ru: 'ни од(?:ин|на|ного|ной|ну)|никто|никого|никаких|без',
  ar: 'لا أحد|لم|لا|دون|بدون|أي',
  ko: '(?:한 (?:명|건|곳)도 )?없\\p{L}*',
  zh: '没有一(?:人|名|个)|沒有一(?:人|名|個)|没有|沒有|无|無',
};
/** Words for the whole; after or before a word that takes some away they are not. */
const ALL: Readonly<Record<string, string>> = {
  en: 'all|every(?:one|body|thing)?|each|the whole|the entire|entirely|without exception',
  de: 'alle[rnms]?|jede[rnms]?|sämtliche[rnms]?|gesamte[rnms]?',
  fr: 'tous|toutes?|tout',
  es: 'tod[oa]s?',
  uk: '[ву]сі|[ву]сіх|[ву]се|кож(?:ен|на|не)',
  ru: 'все|всё|всех|кажд(?:ый|ая|ое)',
  ar: 'كل|جميع|كافة',
  ko: '모두|전부|전원',
  zh: '全部|所有|全体|全體|全都',
};
const NOT_ALL =
  /\b(?:not|nearly|almost|virtually|practically|but|except|of)\b|(?<!\p{L})(?:nicht|fast|beinahe|außer|presque|sauf|pas|casi|salvo|no|майже|не|крім|почти|кроме)(?!\p{L})|تقريبا|거의|几乎|幾乎|除/iu;

/** "a soldier" and "the largest", which is the first, name one. */
const ONE =
  /\b(?:an?|single|sole|lone|(?:larg|bigg|high|small|low|b|fast|strong|great|long)est|leading|top|worst)\b/i;
/** As a change: "doubled" is 100 percent more. */
const CHANGES: readonly (readonly [change: number, form: RegExp])[] = [
  [1, /\b(?:(?:re)?doubl(?:ed|es?|ing)|twofold)\b/i],
  [2, /\b(?:tripl(?:ed|es?|ing)|trebl(?:ed|es?|ing)|threefold)\b/i],
  [3, /\b(?:quadrupl(?:ed|es?|ing)|fourfold)\b/i],
  [-0.5, /\b(?:halv(?:ed|es|ing))\b/i],
];
/** As a multiple, whatever other number stands beside it: "twice as likely as in 1950" is 2. */
const MULTIPLES: readonly (readonly [times: number, words: Readonly<Record<string, string>>])[] = [
  [
    1.5,
    {
      en: 'half (?:as \\p{L}+ )?again',
      de: 'anderthalb\\p{L}*|eineinhalb\\p{L}*',
      uk: 'у півтора|в півтора',
      ru: 'в полтора',
    },
  ],
  [
    2,
    {
      en: 'twice|double|two-?fold',
      de: 'doppelt',
      fr: 'double',
      es: 'doble',
      uk: 'удвічі|вдвічі',
      ru: 'вдвое',
      ar: 'ضعف',
    },
  ],
  [
    3,
    {
      en: 'thrice|triple|treble|three-?fold',
      de: 'dreifach',
      fr: 'triple',
      es: 'triple',
      uk: 'утричі|втричі',
      ru: 'втрое',
    },
  ],
  [4, { en: 'four-?fold|quadruple', fr: 'quadruple', uk: 'учетверо|вчетверо', ru: 'вчетверо' }],
  [5, { en: 'five-?fold' }],
  [10, { en: 'ten-?fold' }],
  [100, { en: '(?:a )?hundred-?fold' }],
];

const formOf = (words: Readonly<Record<string, string>>, lang: string): RegExp | null => {
  const tongue = lang.split('-')[0] ?? lang;
  const found = words[tongue];
  if (found === undefined) return null;
  // Scripts without spaces between words, and endings that are one with them.
  const [before, after] = /^(?:zh|ko)$/.test(tongue)
    ? ['', '']
    : ['(?<![\\p{L}\\p{M}])', '(?![\\p{L}\\p{M}])'];
  return new RegExp(`${before}(?:${found})${after}`, 'giu');
};

/** Where words deny, from and to, in the words as `plainFigures` leaves them: a "one" within is no number. */
export function denialsIn(words: string, lang: string): { from: number; to: number }[] {
  const form = formOf(NONE, lang);
  if (form === null) return [];
  return [...plainFigures(words).matchAll(form)].map(({ index, 0: all }) => ({
    from: index,
    to: index + all.length,
  }));
}

/** True where words without a numeral stand for the number: none, one, the whole of a share, or a multiple as a change. */
export function standsFor(n: number, words: string, lang: string, { quantity, whole }: Gauge): boolean {
  if (n === 0) return denialsIn(words, lang).length > 0;
  const isEnglish = lang.startsWith('en');
  if (quantity === 'share')
    return n === whole && formOf(ALL, lang)?.test(words) === true && !NOT_ALL.test(words);
  if (whole !== null)
    return isEnglish && CHANGES.some(([change, form]) => n === change * whole && form.test(words));
  return n === 1 && isEnglish && ONE.test(words) && denialsIn(words, lang).length === 0;
}

/** True where the words name the number as a multiple, on a measure that can be one. */
export function isMultiple(n: number, words: string, lang: string, { quantity, whole }: Gauge): boolean {
  if (whole !== null || quantity === 'count' || quantity === 'share') return false;
  const [named] = MULTIPLES.find(([, forms]) => formOf(forms, lang)?.test(words)) ?? [];
  return named === n;
}
