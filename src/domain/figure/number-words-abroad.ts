/** Number words of other languages than English: those that are one word each. */

/** Words in order from zero on; a bar between two forms of one number. */
const FROM_ZERO: Readonly<Record<string, string>> = {
  de: 'null ein|eins|eine|einen|einem|einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
  nl: 'nul een|één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
  fr: 'zéro un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  es: 'cero uno|una|un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno|veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
  pt: 'zero um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove',
  it: 'zero uno|una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
  ru: 'ноль один|одна|одного два|две|двух три|трёх|трех четыре|четырёх|четырех пять|пяти шесть|шести семь|семи восемь|восьми девять|девяти десять|десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
  uk: "нуль один|одна|одне|одного|однієї два|дві|двох три|трьох чотири|чотирьох п'ять|п'яти шість|шести сім|семи вісім|восьми дев'ять|дев'яти десять|десяти одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять",
  ar: 'صفر واحد|واحدة اثنان|اثنين|اثنتان|اثنتين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني|ثمان تسعة|تسع عشرة|عشر',
  ko: '영 하나 둘|두 셋|세 넷|네 다섯 여섯 일곱 여덟 아홉 열',
  hi: 'शून्य एक दो तीन चार पाँच|पांच छह|छः|छै सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस',
};
/** Twenty, thirty, to ninety. */
const TENS: Readonly<Record<string, string>> = {
  de: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
  nl: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
  fr: 'vingt|vingts trente quarante cinquante soixante septante octante|huitante nonante',
  es: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  pt: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  it: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
  ru: 'двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят шестьдесят семьдесят восемьдесят девяносто',
  uk: "двадцять|двадцяти тридцять|тридцяти сорок|сорока п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
  ar: 'عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين',
  ko: '스물|스무 서른 마흔 쉰 예순 일흔 여든 아흔',
  hi: 'बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे',
};
/** One hundred, two hundred, to nine hundred, where they are words of their own. */
const HUNDREDS: Readonly<Record<string, string>> = {
  es: 'cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas',
  pt: 'cem|cento duzentos|duzentas trezentos|trezentas quatrocentos|quatrocentas quinhentos|quinhentas seiscentos|seiscentas setecentos|setecentas oitocentos|oitocentas novecentos|novecentas',
  ru: 'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот',
  uk: "сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
};
/** What stands for a number and a half, as one word. */
const HALVES: Readonly<Record<string, readonly [string, number][]>> = {
  de: [
    ['anderthalb', 1.5],
    ['eineinhalb', 1.5],
    ['zweieinhalb', 2.5],
    ['dreieinhalb', 3.5],
  ],
  nl: [['anderhalf', 1.5]],
  ru: [
    ['полтора', 1.5],
    ['полторы', 1.5],
  ],
  uk: [
    ['півтора', 1.5],
    ['півтори', 1.5],
  ],
  hi: [
    ['डेढ़', 1.5],
    ['ढाई', 2.5],
  ],
};

const series = (words: string | undefined, first: number, step: number): [string, number][] =>
  (words?.split(' ') ?? []).flatMap((forms, at) =>
    forms.split('|').map((form): [string, number] => [form, first + at * step]),
  );

const WORDS = new Map(
  Object.keys(FROM_ZERO).map((lang) => [
    lang,
    new Map([
      ...series(FROM_ZERO[lang], 0, 1),
      ...series(TENS[lang], 20, 10),
      ...series(HUNDREDS[lang], 100, 100),
      ...(HALVES[lang] ?? []),
    ]),
  ]),
);
/** Where numbers are written as one word: what stands for a thousand, a hundred, and between units and tens. */
const COMPOUND: Readonly<Record<string, readonly [thousand: RegExp, hundred: RegExp, and: RegExp | null]>> = {
  de: [/tausend(?:und)?/, /hundert(?:und)?/, /und/],
  nl: [/duizend/, /honderd(?:en)?/, /(?:en|ën)/],
  it: [/(?:mila|mille)/, /cento/, null],
};
/** Languages that put a word between tens and units, or hundreds and tens. */
const AND: Readonly<Record<string, string>> = { fr: 'et', es: 'y', pt: 'e', en: 'and' };

/** What the word counts in the language, in lower case; null for any other word. */
export function countAbroad(word: string, lang: string): number | null {
  const tongue = lang.split('-')[0] ?? lang;
  return WORDS.get(tongue)?.get(word) ?? compound(word, tongue);
}

/** True when the word joins the parts of one number in the language. */
export const isAnd = (word: string, lang: string): boolean => AND[lang.split('-')[0] ?? lang] === word;

/** "dreihundertfünfundzwanzig"; null where some part of the word is no number. */
function compound(word: string, lang: string): number | null {
  const forms = COMPOUND[lang];
  if (forms === undefined) return null;
  const [thousand, hundred, and] = forms;
  // Alone they are scales, which multiply what stands before them.
  if ([thousand, hundred].some((sign) => sign.exec(word)?.[0] === word)) return null;
  return scaled(word, thousand, 1_000, (upper) =>
    scaled(upper, hundred, 100, (lower) => units(lower, lang, and)),
  );
}

type PartReader = (text: string) => number | null;

function scaled(word: string, sign: RegExp, factor: number, part: PartReader): number | null {
  const match = sign.exec(word);
  if (!match) return part(word);
  const [before, after] = [word.slice(0, match.index), word.slice(match.index + match[0].length)];
  const [times, rest] = [before === '' ? 1 : part(before), after === '' ? 0 : part(after)];
  return times === null || rest === null ? null : times * factor + rest;
}

function units(word: string, lang: string, and: RegExp | null): number | null {
  const known = WORDS.get(lang)?.get(word);
  if (known !== undefined) return known;
  for (const [form, tens] of series(TENS[lang], 20, 10)) {
    if (and === null) {
      // Italian drops the vowel before another: ventuno, ventotto.
      const unit = word.startsWith(form)
        ? word.slice(form.length)
        : word.startsWith(form.slice(0, -1))
          ? word.slice(form.length - 1)
          : '';
      const count = WORDS.get(lang)?.get(unit.replace('tré', 'tre'));
      if (count !== undefined && count > 0 && count < 10) return tens + count;
    } else if (word.endsWith(form)) {
      const [unit = '', end] = word.slice(0, -form.length).split(new RegExp(`${and.source}$`));
      const count = WORDS.get(lang)?.get(unit);
      if (end === '' && count !== undefined && count > 0 && count < 10) return tens + count;
    }
  }
  return null;
}
