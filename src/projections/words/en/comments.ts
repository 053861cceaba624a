/** Comments under a topic: how they are shown, written, reported and appealed. Marks become names, links or buttons. */
import type { CommentState } from '../../../domain/comments/comment-state.ts';
import type { CommentsPolicy } from '../../../domain/comments/comments-policy.ts';
import type { PaceSpan } from '../../../domain/comments/pace.ts';
import { plural } from '../plural.ts';

const written = (count: number) => plural('en', count, { one: '# comment', other: '# comments' });
const readers = (count: number) => plural('en', count, { one: '# reader', other: '# readers' });

export const comments = {
  heading: 'What readers say',
  title: (topic: string) => `Comments: ${topic}`,
  description: (topic: string) => `What readers say about ${topic}.`,
  count: (visible: number, people: number) =>
    `${written(visible)} by ${readers(people)}. They are the readers’ words, not this record’s.`,
  none: 'There is no such comment to see.',
  /** In the place of what its author removed. */
  gone: 'Removed by its author.',
  author: (id: string) => `Author ${id}`,
  staff: 'writes for this site',
  to: 'to {name}',
  about: 'on <statement>{name}, {day}</statement>',
  aboutEarlier: 'on <statement>an earlier statement</statement>',
  /** In place of the form, before the moderator’s own reason; null where comments are taken. */
  closed: {
    open: null,
    held: null,
    closed: 'Comments here are closed.',
    disabled: 'This topic has no comments.',
  } satisfies Record<CommentsPolicy, string | null> as Record<CommentsPolicy, string | null>,
  /** Why its author alone sees a comment; one that waits says after it why it was held. */
  unseen: {
    pending: 'Held for review.',
    approved: 'Not shown: a comment that it answers was taken down.',
    rejected: 'A moderator decided not to show this. You may appeal.',
    removed: 'A moderator took this down. You may appeal.',
  } satisfies Record<CommentState, string>,
  /** Why a comment waits for a moderator, for its author. */
  held: {
    topic: 'All comments on this topic are being read before they are shown.',
    newcomer: (until: number) =>
      `The first comments of a new reader are read before they are shown, until ${until} were approved.`,
    rejections: (decided: number, rejected: number) =>
      `Of this reader’s ${decided} comments ${rejected} were rejected, so new ones are read first.`,
    links: (count: number) => `A comment with ${count} links is read before it is shown.`,
  },
  /** After so many within a span. */
  tooOften: {
    written: (most: number, span: string) => `You wrote ${most} comments within ${span}; wait a little.`,
    reported: (most: number, span: string) => `You reported ${most} comments within ${span}; wait a little.`,
    appealed: (most: number, span: string) => `You appealed ${most} times within ${span}; wait a little.`,
    renamed: (most: number, span: string) =>
      `You changed the name ${most} times within ${span}; wait a little.`,
  },
  spans: {
    tenMinutes: 'ten minutes',
    hour: 'an hour',
    day: 'a day',
    thirtyDays: '30 days',
  } satisfies Record<PaceSpan, string>,
  /** Why something cannot be done, for whoever asked for it. */
  refused: {
    noComment: (id: string) => `You have no comment "${id}".`,
    noneToTakeBack: (id: string) => `You have no comment "${id}" to take back.`,
    noneToAnswer: (id: string) => `There is no comment "${id}" to answer on this topic.`,
    noneToReport: (id: string) => `There is no comment "${id}" to report.`,
    noClaim: (id: string) => `There is no claim "${id}" on this topic.`,
    noAccount: 'This account no longer exists.',
    suspended: 'This account is suspended and cannot write; you may appeal.',
    suspendedReport: 'This account is suspended and cannot report.',
    suspendedName: 'This account is suspended: its name stays as it is.',
    notSuspended: 'This account is not suspended.',
    ownComment: 'This comment is your own.',
    appealWaits: 'Your appeal on this is already waiting for an answer.',
    nothingToAppeal: (state: CommentState) => `This comment is ${state}; there is nothing to appeal.`,
    staffOnly: 'Only those who are signed in at the desk speak for this site.',
    keyUsed: 'This key was used for another request.',
    /** By the topic’s policy, before the moderator’s own reason. */
    policy: {
      open: null,
      held: null,
      closed: 'The comments on this topic are closed.',
      disabled: 'This topic takes no comments.',
    } satisfies Record<CommentsPolicy, string | null> as Record<CommentsPolicy, string | null>,
  },
  writeAs: 'You write as {name}. <account>Your account</account>',
  write: {
    label: 'Your comment: plain text, up to 4,000 characters',
    button: 'Send the comment',
    staff: 'Write for this site: the comment is marked so',
    on: 'On <statement>{name}, {day}</statement>: {text}',
  },
  reply: { summary: 'Reply', label: 'Your reply', button: 'Send the reply' },
  report: {
    summary: 'Report',
    label: 'What is wrong with it',
    button: 'Tell a moderator',
    done: 'The comment stays until one has decided.',
  },
  takeBack: {
    summary: 'Take back',
    text: 'Its words go for good; its place stays, as “removed by its author”.',
    button: 'Take it back',
  },
  appeal: {
    summary: 'Appeal',
    label: 'Why it should be shown',
    button: 'Send the appeal',
    done: 'Your appeal is kept with the comment.',
  },
  looking: 'A moderator will look at it',
  back: 'Back to the comments',
  notTaken: { title: 'That was not taken', label: 'Your text', button: 'Send it again' },
  signIn: {
    text: 'To comment, sign in by a link that we mail to you.',
    name: 'Name, shown with your comments',
  },
  earlier: 'Earlier comments',
  further: 'Further replies',
  whole: 'The whole thread',
  onlyYou: (standing: string) => `${standing} Only you see this.`,
  answering: 'In answer to <author>{name}</author>: {text}',
  answeringGone: 'In answer to a comment that was taken down',
};
