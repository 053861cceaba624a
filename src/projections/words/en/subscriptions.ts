/** Subscribing to the digest, choosing what it tells and when, and ending it. Marks become links. */
import type { Cadence } from '../../../domain/digest/cadence.ts';
import { plural } from '../plural.ts';

export const subscriptions = {
  title: 'The digest',
  standfirst:
    'What changed since your last one: each source, from what to what, who and where. Nothing new, no mail.',
  topics: 'Topics',
  allTopics: 'All, also those to come',
  howOften: 'How often',
  cadences: {
    daily: 'Every day on which something changed',
    weekly: 'Once a week',
  } satisfies Record<Cadence, string>,
  ask: 'Mail me a link to confirm',
  promise:
    'No pixel, no counted clicks. Each mail ends with a link that stops them; the choices page gives or erases all ' +
    'that is kept.',
  /** On a topic's page. */
  small: {
    heading: 'Be told when it changes',
    text: 'A mail in the morning, on the days on which a source has said something new, and on no other.',
    button: 'Subscribe',
    foot: 'Nothing is sent before you confirm. <more>Several topics, or weekly</more>.',
  },
  asked: {
    title: 'One step more',
    text: 'The page behind it has a button; until you press it, nothing is sent and nothing kept beyond two days.',
  },
  again: 'Subscribe again',
  confirm: {
    title: 'Confirm the digest',
    text: (topics: string, cadence: string, address: string) =>
      `What changed on ${topics}, ${cadence}, to ${address}; no mail where nothing changed.`,
    button: 'Confirm',
    unasked: 'If you did not ask for this, close the page: nothing is sent.',
  },
  on: {
    title: 'Your digest is on',
    first: (due: string, zone: string) => `The first is due on ${due} (${zone}).`,
    choose: 'Choose topics, hour, time zone and language',
  },
  /** As part of a sentence. */
  every: { daily: 'every day', weekly: 'every week' } satisfies Record<Cadence, string>,
  all: 'all topics',
  one: (title: string) => `“${title}”`,
  several: (count: number) => plural('en', count, { one: '# topic', other: '# topics' }),
  at: (day: string, time: string) => `${day} at ${time}`,
};
