/** Mails: the digest around its lines, and the short ones that a form causes. */
import { plural } from '../plural.ts';

const NOTHING = 'if you did not ask for it, do nothing and nothing happens';

export const mails = {
  site: 'By Source',
  /** On the page that keeps a digest. Marks become links. */
  asSent: (day: string) =>
    `As it was sent on ${day}. What was corrected since stands under <corrections>corrections</corrections>, and each ` +
    'topic’s page is up to date.',
  more: (count: number) => plural('en', count, { other: 'and # more' }),
  moreTopics: (count: number) => plural('en', count, { one: 'and # more topic', other: 'and # more topics' }),
  moreOutlets: (count: number) =>
    plural('en', count, { one: 'and # more outlet', other: 'and # more outlets' }),
  /** What stands before an address. */
  addressed: (text: string) => `${text}:`,
  undrawn: (title: string) => `“${title}” could not be drawn and is left out of this digest. Its page`,
  undrawnToo: (count: number) => plural('en', count, { other: '# more topics are left out too. All topics' }),
  mostCommented: 'Most commented',
  listed: (title: string, people: string) => `${title}: ${people}`,
  foot: { archive: 'This digest on the web', choices: 'topics, hour and language', end: 'unsubscribe' },
  /** The same in plain text, one below another. */
  footLines: (archive: string, choices: string, end: string) => [
    `This digest on the web: ${archive}`,
    `Topics, hour, language: ${choices}`,
    `Unsubscribe:            ${end}`,
  ],
  signIn: {
    subject: 'Sign in to By Source',
    sentence: `Press the button on this page within the hour to sign in; ${NOTHING}.`,
    label: 'Sign in',
  },
  confirm: {
    subject: 'Confirm your By Source digest',
    /** `cadence` null where none was chosen. */
    sentence: (topics: string, cadence: string | null) =>
      `Press the button on this page within two days to be told${cadence === null ? '' : ` ${cadence}`} what changed on ` +
      `${topics}; ${NOTHING}.`,
    label: 'Confirm the digest',
  },
  choices: {
    subject: 'Your choices for the By Source digest',
    sentence:
      'This page, open for one hour, changes your digest’s topics, hour and language, gives you what is kept about ' +
      `you, or erases it; ${NOTHING}.`,
    label: 'Open your choices',
  },
};
