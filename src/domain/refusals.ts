/**
 * Why something that a reader sent in a form cannot be taken, in the sentences that the API gives. A rule refuses in one
 * of these; the catalogue says the same in other languages. `{name}` is filled in.
 */
export const REFUSALS = {
  nameMissing: 'Give a name.',
  nameLong: 'Keep the name to {most} characters.',
  nameUnreadable: 'Give a name with at least one letter or numeral.',
  nameUnseen: 'Leave out characters that do not show or that turn the writing round.',
  namePiled: 'Leave out marks piled on one letter.',
  nameBadge: 'Leave out signs that look like a mark of having been checked.',
  nameReserved: 'Choose another name: this one reads as if you spoke for the people who run this site.',
  addressMissing: 'Give an email address.',
  addressLong: 'This is longer than any email address.',
  addressWrong: 'Give one plain email address, such as name@example.org.',
  addressScript:
    'The part before the @ holds letters that this site’s mail cannot carry yet; give an address with plain letters a to z there. After the @ any script will do.',
  topicsNone: 'Choose at least one topic.',
  topicsMany: 'Choose at most {most} topics, or all.',
  topicsWrong: 'Give "*" for all topics or a list of their slugs.',
  topicUnknown: 'There is no topic "{slug}".',
  zoneMissing: 'Give a time zone.',
  zoneWrong: 'Give a time zone by its IANA name, such as Europe/Paris.',
  cadenceWrong: 'Choose {cadences}.',
  weekdayWrong: 'Choose a day of the week.',
  hourWrong: 'Choose an hour from 0 to 23.',
  languageWrong: 'Choose one of the languages listed.',
  commentUnfit: 'The comment holds {part}: take it out.',
  commentEmpty: 'The comment is empty: write something.',
  commentLong: 'The comment has {length} characters; keep it to {most}.',
  reasonLong: 'Keep it to {most} characters.',
  reasonUnfit: 'The reason holds {part}: take it out.',
  partNull: 'a null byte, which no text needs',
  partHalf: 'half a character (a lone surrogate)',
  partControl: 'the control character {code}',
  partNone: '{code}, which is no character',
  partBreak: 'a tab or a line break, and is one line',
  partTurning: '{code}, which turns the writing around it',
  partPiled: 'more marks on one letter than any writing has',
} as const;
export type FormRefusal = keyof typeof REFUSALS;

/** Fills `{name}` of a sentence; what is filled in is not read for names again. */
export const filled = (sentence: string, given: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => `${given[name] ?? whole}`);
