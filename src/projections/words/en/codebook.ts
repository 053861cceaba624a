/** The codebook in words: what each metric is called, what it counts, and why another is not set beside it. */
import type { CODEBOOK, MetricId } from '../../../domain/record/metric.ts';

/** Of each metric that the codebook keeps apart from this one there is a sentence. */
type Entries = {
  [Id in MetricId]: {
    label: string;
    definition: string;
    apart: Record<(typeof CODEBOOK)[Id]['apart'][number], string>;
  };
};

export const codebook: Entries = {
  killed: {
    label: 'Killed',
    definition: 'People said to have died.',
    apart: {
      casualties: 'Casualties may include the wounded; killed does not.',
    },
  },
  wounded: {
    label: 'Wounded',
    definition: 'People said to have been injured.',
    apart: {},
  },
  'killed-or-wounded': {
    label: 'Killed or wounded',
    definition: 'Dead and injured counted together.',
    apart: {
      killed: 'Killed or wounded includes the injured; killed does not.',
      'killed-wounded-missing-captured': 'The wider count also holds the missing and the captured.',
      casualties: 'Casualties, where no definition was given, may mean more than killed or wounded.',
      losses: 'Losses, where no definition was given, may mean only the dead.',
    },
  },
  'killed-wounded-missing-captured': {
    label: 'Killed, wounded, missing or captured',
    definition: 'Everyone lost to the force, by any of four causes.',
    apart: {
      'killed-or-wounded': 'This count also holds the missing and the captured.',
    },
  },
  missing: {
    label: 'Missing',
    definition: 'People unaccounted for.',
    apart: {},
  },
  captured: {
    label: 'Captured',
    definition: 'People taken prisoner.',
    apart: {},
  },
  casualties: {
    label: 'Casualties, undefined',
    definition: 'The speaker said casualties and did not define them.',
    apart: {
      killed: 'Casualties may include the wounded; killed does not.',
    },
  },
  losses: {
    label: 'Losses, undefined',
    definition: 'The speaker said losses and did not define them.',
    apart: {
      killed: 'Losses may include the wounded; killed does not.',
    },
  },
  deployed: {
    label: 'Deployed',
    definition: 'People sent, wherever they then stood.',
    apart: {},
  },
  'killed-share': {
    label: 'Killed, as a share of casualties',
    definition: 'The dead as a part of all casualties.',
    apart: {
      killed: 'A share is never multiplied into a count.',
    },
  },
  'casualties-share': {
    label: 'Casualties, as a share of the force',
    definition: 'Casualties as a part of the force sent.',
    apart: {},
  },
  'portraits-displayed': {
    label: 'Portraits displayed',
    definition: 'Portraits of the dead counted at a ceremony.',
    apart: {
      killed: 'A display may leave people out; the count is the counter’s, not the host’s.',
    },
  },
  'deaths-attributed': {
    label: 'Deaths officially attributed',
    definition: 'Deaths an authority ascribes to the event.',
    apart: {
      'excess-deaths':
        'Attributed deaths are certified one by one; excess deaths are estimated against earlier years.',
    },
  },
  'excess-deaths': {
    label: 'Excess deaths',
    definition: 'Deaths above those expected, whatever the certificate says.',
    apart: {
      'deaths-attributed':
        'Excess deaths are estimated against earlier years; attributed deaths are certified one by one.',
    },
  },
  'deaths-linked': {
    label: 'Deaths linked by funeral directors',
    definition: 'Deaths that funeral directors tied to the event.',
    apart: {},
  },
  'deaths-documented': {
    label: 'Deaths documented one by one',
    definition: 'Deaths with a name and a checked cause.',
    apart: {},
  },
  cremations: {
    label: 'Cremations authorised as natural deaths',
    definition: 'Cremation permits for deaths ruled natural.',
    apart: {},
  },
  'flow-rate': {
    label: 'Flow rate',
    definition: 'Oil leaving the well in a day.',
    apart: {
      'possible-flow-rate': 'A possible or worst-case rate is what might flow, not what does.',
      'flow-rate-lower-bound': 'A lower bound is the least that flows, not an estimate of the flow.',
    },
  },
  'possible-flow-rate': {
    label: 'Possible flow rate',
    definition: 'The rate a speaker thought possible or worst.',
    apart: {
      'flow-rate': 'A possible or worst-case rate is what might flow, not what does.',
    },
  },
  'flow-rate-lower-bound': {
    label: 'Lower bound of the flow rate',
    definition: 'The least that flows.',
    apart: {},
  },
  'oil-released': {
    label: 'Oil that left the well',
    definition: 'All oil that left the reservoir.',
    apart: {
      'oil-to-sea': 'Oil that left the well includes what was captured before it reached the sea.',
    },
  },
  'oil-captured': {
    label: 'Oil captured at the well',
    definition: 'Oil caught before it reached the sea.',
    apart: {},
  },
  'oil-to-sea': {
    label: 'Oil that reached the sea',
    definition: 'Oil released less oil captured.',
    apart: {
      'oil-released': 'Oil that reached the sea is net of what was captured at the well.',
    },
  },
  overstatement: {
    label: 'Overstatement of the official estimate',
    definition: 'How much too high one voice calls another’s figure.',
    apart: {},
  },
  marchers: {
    label: 'Marchers',
    definition: 'People who took part in the whole march.',
    apart: {
      'present-at-peak': 'A peak is the most people there at one moment; a march counts everyone who came.',
    },
  },
  'present-at-peak': {
    label: 'People present at the peak',
    definition: 'The most people there at one moment.',
    apart: {
      marchers: 'A peak is the most people there at one moment; a march counts everyone who came.',
    },
  },
  'passing-a-point': {
    label: 'People passing one point',
    definition: 'People counted as they passed one place.',
    apart: {},
  },
};
