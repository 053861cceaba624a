/** The digest: its subject, its opening, its headings and its small lines, in mail and on the page that keeps it. */
import type { ChangeKind } from '../../../domain/record/change.ts';
import { plural } from '../plural.ts';

export const digest = {
  opening: {
    first: 'This is where things stand. From now on you get only what has changed since your last digest.',
    undrawn: (since: string) => `What was recorded since ${since} could not be drawn this time.`,
    nothing: (since: string) => `Nothing has changed since ${since}.`,
    changes: (count: number, since: string, until: string) =>
      `${plural('en', count, { one: '# change', other: '# changes' })} since ${since}, up to ${until}.`,
  },
  headings: {
    sent: 'Corrections to what you were sent',
    record: 'Corrections to the record',
    said: 'Said since your last digest',
    earlier: 'Added from earlier',
  },
  said: (day: string) => `said ${day}`,
  recorded: (day: string) => `recorded ${day}`,
  /** A change in the fewest words, true where the rest is cut off. */
  brief: {
    neverSaid: (was: string) => `never said ${was}`,
    withdrew: (was: string) => `withdrew ${was}`,
    withheld: 'a statement is withheld',
    corrected: (now: string) => `corrected to ${now}`,
  },
  subject: {
    of: (title: string, news: string) => `${title}: ${news}`,
    andMore: (subject: string, count: number) => `${subject} ${plural('en', count, { other: 'and # more' })}`,
    tails: {
      whereItStands: 'where it stands',
      whereTheyStand: 'where they stand',
      leftOut: 'not in this digest',
    },
    quiet: 'By Source: still quiet',
    changed: 'What changed',
    /** What happened, where the figures do not fit. */
    inWords: {
      'new source': 'a new statement',
      'first figure': 'a new statement',
      raised: 'a higher figure',
      lowered: 'a lower figure',
      widened: 'a wider range',
      narrowed: 'a narrower range',
      'stance changed': 'another answer',
      statement: 'a new statement',
      'added from earlier': 'a new statement',
      'evidence added': 'a new statement',
      corrected: 'corrected',
      voided: 'never said',
      retracted: 'withdrew a figure',
      withheld: 'a new statement',
      import: 'a new statement',
    } satisfies Record<ChangeKind, string>,
    /** Words that lead on to another: a subject that is cut never ends with one. */
    joining: (
      'was of at to than the a an and or said says with on in by from for before about almost nearly over under ' +
      'between least most'
    ).split(' '),
  },
};
