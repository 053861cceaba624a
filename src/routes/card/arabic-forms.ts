/** Arabic letters in the forms they take beside one another: each form has a width of its own. */

/**
 * Of each letter its forms: alone, at the end, at the start, within; one that joins on one side has two. Arabic
 * Presentation Forms-B without its ligatures (FE80 to FEF4) holds them in that order.
 */
const FORMS = new Map<string, readonly string[]>();
for (let point = 0xfe80; point <= 0xfef4; point++) {
  const form = String.fromCodePoint(point);
  const letter = form.normalize('NFKC');
  FORMS.set(letter, [...(FORMS.get(letter) ?? []), form]);
}

const joinsNext = (letter: string | undefined): boolean => (FORMS.get(letter ?? '')?.length ?? 0) > 2;
const joinsPrevious = (letter: string | undefined): boolean => (FORMS.get(letter ?? '')?.length ?? 0) > 1;

/** The text with each Arabic letter in the form it takes; marks above letters, which have no width, are left out. */
export function joinedForms(text: string): string {
  if (!/\p{Script=Arabic}/u.test(text)) return text;
  const letters = [...text.replaceAll(/\p{Mn}/gu, '')];
  return letters
    .map((letter, at) => {
      const forms = FORMS.get(letter);
      if (forms === undefined) return letter;
      const before = joinsNext(letters[at - 1]) && joinsPrevious(letter);
      const after = joinsNext(letter) && joinsPrevious(letters[at + 1]);
      return forms[(before ? 1 : 0) + (after ? 2 : 0)] ?? letter;
    })
    .join('');
}
