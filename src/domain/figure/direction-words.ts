/** Words that put a figure below zero, make it a margin, or tell that something rose or fell; by language. */

/** A currency that may stand between a sign and its number: "-$5", "−€1.2bn". */
export const CURRENCY = '(?:(?:us|a|c|hk|nz|s)?[$£€¥₹₩₽₴]|(?:usd|eur|gbp|rs\\.?) ?)';

/** "minus 0.4", "負0.4": right before the number. In Romance languages "less" is meant where a word of a bound stands before it. */
export const MINUS_BEFORE = new RegExp(
  '(?:(?<![\\p{L}\\p{M}])(?:minus|negative|минус|мінус|eksi|ناقص|سالب|माइनस|ऋणात्मक)|마이너스|マイナス|零下|[负負]|' +
    "(?<!\\b(?:al|lo|por|cuando|nada|pelo|ao|o|não|no|ni|ou|u|mais|más|au|du|le|de|à|pas|rien|d')[ ']?)(?<![\\p{L}\\p{M}])(?:moins|menos|meno)) ?" +
    `${CURRENCY}?$`,
  'iu',
);
/** "5 degrees below zero" */
export const MINUS_AFTER = /^(?: ?°[cf]?| degrees?(?: celsius| fahrenheit)?)? below (?:zero|freezing)\b/iu;

/** "±3" and its spellings. */
export const MARGIN_SIGN = new RegExp(`(?:±|\\+ ?/ ?-|\\+-|-/\\+) ?${CURRENCY}?$`, 'iu');
/** After another figure: "45 %, plus or minus 3". */
export const MARGIN_WORDS =
  /(?:plus or minus|give or take|margin of (?:error )?(?:of )?|plus ou moins|más o menos|mais ou menos|плюс-минус|плюс-мінус|plus(?:-| oder )minus|زائد أو ناقص|오차범위|誤差|误差)[ (]*$/iu;

interface Direction {
  fall: RegExp;
  rise: RegExp;
}

/** Stems, each from the beginning of a word; signs in scripts without spaces anywhere. */
const STEMS: Readonly<Record<string, readonly [fall: string, rise: string]>> = {
  en: [
    'fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|down|declin|decreas|shrank|shrunk|shrink|contract(?:ed|ion|ing|s)\\b|slump|plung|slid|lower|los[st]|slip|dip|less|below|deficit|recession|tumbl|cut|reduc|shr[aiu]nk|worse|negative',
    'rose|ris(?:e|es|en|ing)\\b|up\\b|grew|grow|increas|gain|climb|jump|surg|higher|expand|expansion|surplus|advanc|add(?:s|ed|ing)\\b|recover',
  ],
  de: [
    'sank|sink|gesunken|fiel|fallen|gefallen|rückgang|rückläufig|schrumpf|geschrumpft|verlor|verlust|weniger|gesenkt|abnahme|abgenommen|einbruch|eingebrochen|niedriger|nieder|unter',
    'stieg|steig|gestiegen|wuchs|wachs|gewachsen|zunahme|zugenommen|zuwachs|mehr|höher|plus',
  ],
  fr: [
    'baiss|recul|chut|diminu|contract|perd|perte|repli|régress|inférieur|dégringol',
    'hauss|augment|progress|croî|crû|croissance|gagn|bond|hausse|supérieur',
  ],
  es: [
    'cay|caíd|caíd|caer|baj|descen|disminu|contra(?:jo|cción|ído)|perd|pérdida|retroce|redu|inferior|desplom',
    'sub|aument|crec|gan|alz|increment|superior',
  ],
  uk: [
    'впа|падін|зниж|скоро|змен|спад|втрат|мен(?:ше|ш)|просі|погірш',
    'зрос|зріс|рост|підвищ|збільш|більше|приріст|зростан',
  ],
  ru: [
    'упа|паден|сниж|сниз|сокра|умен|спад|потер|меньше|просе|ухудш',
    'вырос|рост|раст|повыс|увелич|больше|прирост|подня',
  ],
  ar: [
    '(?:و|ف|ب|ال|بال)*(?:انخف|تراج|هب[طو]|انكم|تقل|نقص|خسا|خسر|أقل|اقل|تدن)',
    '(?:و|ف|ب|ال|بال)*(?:ارتف|زاد|زيا|نم[او]|ازد|صعد|صعو|أكثر|أعلى)',
  ],
  ko: ['감소|하락|줄|떨어|축소|역성장|내려|내렸|낮', '증가|상승|늘|올라|올랐|성장|높'],
  ja: ['減|下落|低下|縮小|下が|落ち|割り込', '増|上昇|拡大|上が|伸び|成長'],
  zh: ['下降|下跌|下滑|减少|減少|萎缩|萎縮|收缩|收縮|跌|降', '上升|上涨|上漲|增长|增長|增加|涨|漲|升'],
  hi: ['गिर|घट|कम|कमी|नीचे|संकुच|नुकसान', 'बढ़|बढ|वृद्धि|ऊपर|ज़्यादा|अधिक|उछल'],
};
const UNSPACED = new Set(['ko', 'ja', 'zh']);

const DIRECTIONS = new Map(
  Object.entries(STEMS).map(([lang, [fall, rise]]): [string, Direction] => {
    const made = (stems: string) =>
      new RegExp(UNSPACED.has(lang) ? stems : `(?<![\\p{L}\\p{M}])(?:${stems})`, 'giu');
    return [lang, { fall: made(fall), rise: made(rise) }];
  }),
);

/**
 * Whether the figure at these places is the size of a fall: the nearest word of a direction before it decides, else the
 * first after it and before the next figure. Places in the words as `plainFigures` leaves them.
 */
export function tellsOfFall(plain: string, from: number, to: number, next: number, lang: string): boolean {
  const words = DIRECTIONS.get(lang.split('-')[0] ?? lang);
  if (words === undefined) return false;
  const [ahead, behind] = [plain.slice(0, from), plain.slice(to, next)];
  const last = (form: RegExp) => [...ahead.matchAll(form)].at(-1)?.index ?? -1;
  const first = (form: RegExp) => [...behind.matchAll(form)][0]?.index ?? Number.POSITIVE_INFINITY;
  const [fell, rose] = [last(words.fall), last(words.rise)];
  return fell === rose ? first(words.fall) < first(words.rise) : fell > rose;
}
