/** English, the language that is always whole: its shape is what every other catalogue must fill. */
import { changes } from './en/changes.ts';
import { charts } from './en/charts.ts';
import { choices } from './en/choices.ts';
import { comments } from './en/comments.ts';
import { comparison } from './en/comparison.ts';
import { digest } from './en/digest.ts';
import { dimensions } from './en/dimensions.ts';
import { figures } from './en/figures.ts';
import { forms } from './en/forms.ts';
import { frame } from './en/frame.ts';
import { front } from './en/front.ts';
import { howMade } from './en/how-made.ts';
import { mails } from './en/mails.ts';
import { method } from './en/method.ts';
import { panel } from './en/panel.ts';
import { problems } from './en/problems.ts';
import { ranking } from './en/ranking.ts';
import { readers } from './en/readers.ts';
import { refusals } from './en/refusals.ts';
import { rows } from './en/rows.ts';
import { snippets } from './en/snippets.ts';
import { standing } from './en/standing.ts';
import { statements } from './en/statements.ts';
import { subscriptions } from './en/subscriptions.ts';
import { topicPage } from './en/topic-page.ts';

export const en = {
  /** English pages print the day first, as most of the world does. */
  locale: 'en-GB',
  changes,
  charts,
  choices,
  comments,
  comparison,
  digest,
  dimensions,
  figures,
  forms,
  frame,
  front,
  howMade,
  mails,
  method,
  panel,
  problems,
  ranking,
  readers,
  refusals,
  rows,
  snippets,
  standing,
  statements,
  subscriptions,
  topicPage,
};

/** What each language must say: a key that a catalogue lacks does not compile. */
export type Words = typeof en;
