/** The codebook: every thing that may be counted, its unit, and why it is not some other thing. */

export type Unit = 'people' | 'barrels' | 'barrels a day' | 'share' | 'portraits' | 'cremations';

export interface Metric {
  label: string;
  unit: Unit;
  definition: string;
  /** Metrics a reader might set beside this one, and the sentence that says why they cannot be. */
  apart: Readonly<Record<string, string>>;
}

const metric = (
  label: string,
  unit: Unit,
  definition: string,
  apart: Record<string, string> = {},
): Metric => ({
  label,
  unit,
  definition,
  apart,
});

export const CODEBOOK: Readonly<Record<string, Metric>> = {
  killed: metric('Killed', 'people', 'People said to have died.', {
    casualties: 'Casualties may include the wounded; killed does not.',
  }),
  wounded: metric('Wounded', 'people', 'People said to have been injured.'),
  'killed-or-wounded': metric('Killed or wounded', 'people', 'Dead and injured counted together.', {
    killed: 'Killed or wounded includes the injured; killed does not.',
    'killed-wounded-missing-captured': 'The wider count also holds the missing and the captured.',
    casualties: 'Casualties, where no definition was given, may mean more than killed or wounded.',
    losses: 'Losses, where no definition was given, may mean only the dead.',
  }),
  'killed-wounded-missing-captured': metric(
    'Killed, wounded, missing or captured',
    'people',
    'Everyone lost to the force, by any of four causes.',
    { 'killed-or-wounded': 'This count also holds the missing and the captured.' },
  ),
  missing: metric('Missing', 'people', 'People unaccounted for.'),
  captured: metric('Captured', 'people', 'People taken prisoner.'),
  casualties: metric(
    'Casualties, undefined',
    'people',
    'The speaker said casualties and did not define them.',
    {
      killed: 'Casualties may include the wounded; killed does not.',
    },
  ),
  losses: metric('Losses, undefined', 'people', 'The speaker said losses and did not define them.', {
    killed: 'Losses may include the wounded; killed does not.',
  }),
  deployed: metric('Deployed', 'people', 'People sent, wherever they then stood.'),
  'killed-share': metric(
    'Killed, as a share of casualties',
    'share',
    'The dead as a part of all casualties.',
    {
      killed: 'A share is never multiplied into a count.',
    },
  ),
  'casualties-share': metric(
    'Casualties, as a share of the force',
    'share',
    'Casualties as a part of the force sent.',
  ),
  'portraits-displayed': metric(
    'Portraits displayed',
    'portraits',
    'Portraits of the dead counted at a ceremony.',
    {
      killed: 'A display may leave people out; the count is the counter’s, not the host’s.',
    },
  ),
  'deaths-attributed': metric(
    'Deaths officially attributed',
    'people',
    'Deaths an authority ascribes to the event.',
    {
      'excess-deaths':
        'Attributed deaths are certified one by one; excess deaths are estimated against earlier years.',
    },
  ),
  'excess-deaths': metric(
    'Excess deaths',
    'people',
    'Deaths above those expected, whatever the certificate says.',
    {
      'deaths-attributed':
        'Excess deaths are estimated against earlier years; attributed deaths are certified one by one.',
    },
  ),
  'deaths-linked': metric(
    'Deaths linked by funeral directors',
    'people',
    'Deaths that funeral directors tied to the event.',
  ),
  'deaths-documented': metric(
    'Deaths documented one by one',
    'people',
    'Deaths with a name and a checked cause.',
  ),
  cremations: metric(
    'Cremations authorised as natural deaths',
    'cremations',
    'Cremation permits for deaths ruled natural.',
  ),
  'flow-rate': metric('Flow rate', 'barrels a day', 'Oil leaving the well in a day.', {
    'possible-flow-rate': 'A possible or worst-case rate is what might flow, not what does.',
    'flow-rate-lower-bound': 'A lower bound is the least that flows, not an estimate of the flow.',
  }),
  'possible-flow-rate': metric(
    'Possible flow rate',
    'barrels a day',
    'The rate a speaker thought possible or worst.',
    {
      'flow-rate': 'A possible or worst-case rate is what might flow, not what does.',
    },
  ),
  'flow-rate-lower-bound': metric('Lower bound of the flow rate', 'barrels a day', 'The least that flows.'),
  'oil-released': metric('Oil that left the well', 'barrels', 'All oil that left the reservoir.', {
    'oil-to-sea': 'Oil that left the well includes what was captured before it reached the sea.',
  }),
  'oil-captured': metric('Oil captured at the well', 'barrels', 'Oil caught before it reached the sea.'),
  'oil-to-sea': metric('Oil that reached the sea', 'barrels', 'Oil released less oil captured.', {
    'oil-released': 'Oil that reached the sea is net of what was captured at the well.',
  }),
  overstatement: metric(
    'Overstatement of the official estimate',
    'share',
    'How much too high one voice calls another’s figure.',
  ),
  marchers: metric('Marchers', 'people', 'People who took part in the whole march.', {
    'present-at-peak': 'A peak is the most people there at one moment; a march counts everyone who came.',
  }),
  'present-at-peak': metric('People present at the peak', 'people', 'The most people there at one moment.', {
    marchers: 'A peak is the most people there at one moment; a march counts everyone who came.',
  }),
  'passing-a-point': metric('People passing one point', 'people', 'People counted as they passed one place.'),
};

/** The codebook's entry, or null for a metric it does not hold. */
export function metricOf(id: string): Metric | null {
  return Object.hasOwn(CODEBOOK, id) ? (CODEBOOK[id] as Metric) : null;
}
