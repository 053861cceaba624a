/** Plurals as each language counts (CLDR rules, through Intl): two forms in English, six in Arabic. */

/** One text a plural category; `other` is always there (Unicode TR 35, part 3, section 5). */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map<string, Intl.PluralRules>();

/** The form for `n`; every `#` in it becomes the number, in the language's numerals. */
export function plural(lang: string, n: number, forms: Forms): string {
  const rule = rules.get(lang) ?? new Intl.PluralRules(lang);
  rules.set(lang, rule);
  return (forms[rule.select(n)] ?? forms.other).replaceAll('#', new Intl.NumberFormat(lang).format(n));
}
