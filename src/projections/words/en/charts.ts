/** The history of a measure, drawn over time. */
import { plural } from '../plural.ts';

export const charts = {
  scale: (scale: string) => `On a ${scale}.`,
  lines:
    'A line holds from one statement to the source’s next. A range or a vague word is an area, a bound fades out to ' +
    'its open side.',
  /** Whose hours the time axis shows: everyone's who is drawn, or most speakers'. */
  ownClock: (zone: string) =>
    `Hours by the speakers’ own clock, ${zone}; a day without an hour stands at its end.`,
  mostClock: (zone: string) =>
    `Hours by the clock of most speakers, ${zone}; a day without an hour stands at its end.`,
  scheme: (name: string) => `Vague words as the ${name} scheme reads them.`,
  described: (label: string) => `${label}, by source over time; the table below holds the same data`,
  names: 'Sources, each at the end of its line',
  /** Where not all is drawn; `sources` not drawn at all. */
  newestSources: (sources: number) =>
    `Drawn: the newest sources; ${plural('en', sources, { other: '# more sources' })} are in the record.`,
  newestStatements: (sources: number) =>
    `Drawn: the newest statements; ${plural('en', sources, { other: '# more sources' })} are in the record.`,
  asTable: 'The same as a table',
  said: 'Said',
  source: 'Source',
  words: 'Words',
};
