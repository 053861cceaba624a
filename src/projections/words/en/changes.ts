/** A change to the record in one line, as page, feed, API and mail tell it. */
import type { Event } from '../../../domain/record/record.ts';
import { plural } from '../plural.ts';

type Noted = Exclude<Event['kind'], 'withheld'>;

export const changes = {
  imported: (count: number) =>
    plural('en', count, { one: '# statement added together', other: '# statements added together' }),
  of: (name: string, change: string) => `${name}: ${change}`,
  corrected: (now: string, reason: string) => `${now}, corrected by us. ${reason}`,
  correctedFrom: (now: string, was: string, reason: string) => `${now}, which we had as ${was}. ${reason}`,
  neverSaid: (was: string, reason: string) => `${was} was never said. ${reason}`,
  withdrew: (was: string, reason: string) => `withdrew ${was}. ${reason}`,
  /** Where another form was shown than the one withdrawn. */
  withdrewFrom: (now: string, was: string, reason: string) =>
    `withdrew ${now}, which we had as ${was}. ${reason}`,
  withheld: (reason: string) => `a statement is withheld. ${reason}`,
  evidence: (said: string, added: string) => `${said}, ${added}`,
  fromEarlier: (said: string, day: string) => `${said} (${day}), added from earlier`,
  before: (now: string, was: string) => `${now}; before: ${was}`,
  was: (now: string, was: string) => `${now}, was ${was}`,
  /** Put after the line of a change that a later amendment makes untrue; `later` where it names what was amended as what stood before. */
  since: {
    corrected: { own: ' (since corrected)', later: ' (the figure before was since corrected)' },
    voided: {
      own: ' (since voided: it was never said)',
      later: ' (the figure before was since voided)',
    },
    retracted: { own: ' (since withdrawn)', later: null },
  } satisfies Record<Noted, { own: string; later: string | null }>,
  /** In place of the words of a claim that was withheld after they were told. */
  standsForWithheld: 'a statement since withheld',
  sinceWithheld: (name: string) => `${name}: a statement since withheld.`,
  feed: {
    measured: (label: string, change: string) => `${label}. ${change}`,
    howMade: (content: string, how: string) => `${content} · ${how}`,
  },
};
