/** What the desk asks for: who is at it, what waits, and the actions that its forms do. */
import type { CommentState, CommentsPolicy } from '../../domain/comments/comment.ts';
import type { CommentAction } from '../../domain/comments/moderation.ts';
import type { Role } from '../../domain/role.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import type { SiteDesk } from './site-doors.ts';
import type { WarningDesk } from './warning-doors.ts';

export interface DeskEditor {
  name: string;
  roles: readonly Role[];
  /** What tells this sign-in from another. */
  session: string;
}

/** `keep` leaves a reported comment as it is and answers its reports. */
export type DeskAction = CommentAction | 'keep';

export interface DeskComment {
  id: string;
  topic: { slug: string; title: string };
  /** The claim that it is about, in words. */
  claim: { id: string; text: string } | null;
  /** What it answers. */
  parent: { id: string; name: string; text: string } | null;
  /** Null once its author erased it. */
  reader: { id: string; name: string; standing: string | null; suspended: boolean } | null;
  /** With hidden marks revealed; not escaped. */
  text: string;
  at: string;
  state: CommentState;
  held: string | null;
  /** Hidden because something above it is. */
  hidden: boolean;
  /** Open reports: each reason once, the most frequent first, with its number and when it came first. */
  reports: { at: string; text: string; times: number }[];
  /** How many there are, whatever is shown of them. */
  reported: number;
  /** What can be done to it now. */
  actions: DeskAction[];
}

export interface Listed<T> {
  items: T[];
  next: string | null;
}

export interface Waiting {
  pending: number;
  oldest: string | null;
  reported: number;
  appeals: number;
  names: number;
  heated: number;
}

export interface LoggedAction {
  at: string;
  actor: string;
  kind: string;
  subject: string;
  action: string;
  reason: string;
}

export interface DeskTopic {
  slug: string;
  title: string;
  updated: string;
  latest: string | null;
  policy: CommentsPolicy;
  policyAt: string | null;
  policyReason: string | null;
  comments: number;
  commenters: number;
}

export interface DeskSpike {
  topic: string;
  title: string;
  at: string;
  reason: string;
  lifted: string | null;
  actor: string | null;
  why: string | null;
}

export interface DeskReader {
  id: string;
  name: string;
  state: 'active' | 'suspended';
  created: string;
  approved: number;
  rejected: number;
}

export interface DeskAppeal {
  id: string;
  reader: string;
  at: string;
  text: string;
  state: 'open' | 'granted' | 'denied';
  answer: string | null;
  /** What it is about; null for a suspension. */
  comment: DeskComment | null;
}

export interface LastAction {
  at: string;
  /** "approved 3 comments". */
  words: string;
}

/** A name that a reader asked for. */
export interface DeskName {
  reader: string;
  at: string;
  was: string;
  name: string;
  state: 'waiting' | 'taken' | 'refused' | 'withdrawn';
  reason: string | null;
}

/** A list of the queue: comments in a state, or those that readers reported. */
export type QueueList = CommentState | 'reported';

export interface Queue {
  /** Above those that wait: the first that were reported; in their own list, a page of them. */
  reported: Listed<DeskComment>;
  comments: Listed<DeskComment>;
  last: LastAction | null;
}

/** Who did it and why. */
export interface By {
  editor: DeskEditor;
  reason: string | null;
}

export interface DeskDoors extends SiteDesk, WarningDesk {
  now(): string;
  /** Whether the desk's own form signs in. */
  byForm: boolean;
  editor(request: Request): Promise<DeskEditor | null>;
  formToken(editor: DeskEditor): Promise<string>;
  isOwnForm(editor: DeskEditor, token: string): Promise<boolean>;
  /** What a reason holds that no text may, as a noun phrase; null when nothing. */
  unfitReason(reason: string): string | null;
  /** Null when the token is another. */
  signIn(token: string): Promise<{ session: string; seconds: number } | null>;
  signOut(request: Request, editor: DeskEditor): Promise<void>;

  waiting(): Promise<Waiting>;
  newest(): Promise<DeskTopic[]>;
  heated(): Promise<DeskSpike[]>;
  queue(editor: DeskEditor, list: QueueList, cursor: string | null): Promise<Queue>;
  comment(id: string): Promise<{ comment: DeskComment; log: LoggedAction[] } | null>;
  reader(
    id: string,
    cursor: string | null,
  ): Promise<{
    reader: DeskReader;
    comments: Listed<DeskComment>;
    log: LoggedAction[];
    appeals: DeskAppeal[];
    /** All that they asked to be called, newest first. */
    names: DeskName[];
  } | null>;
  topics(cursor: string | null): Promise<Listed<DeskTopic>>;
  topic(slug: string): Promise<{ topic: DeskTopic; spike: DeskSpike | null; log: LoggedAction[] } | null>;
  appeals(cursor: string | null): Promise<Listed<DeskAppeal>>;
  names(cursor: string | null): Promise<Listed<DeskName>>;
  log(cursor: string | null): Promise<Listed<LoggedAction>>;

  decide(action: DeskAction, ids: readonly string[], by: By): Promise<CommentOutcome<unknown>>;
  undo(editor: DeskEditor): Promise<CommentOutcome<unknown>>;
  decideName(reader: string, approved: boolean, by: By): Promise<CommentOutcome<unknown>>;
  setReader(id: string, state: DeskReader['state'], by: By): Promise<CommentOutcome<unknown>>;
  setDoors(slugs: readonly string[], policy: CommentsPolicy, by: By): Promise<CommentOutcome<unknown>>;
  liftSpike(slug: string, by: By): Promise<CommentOutcome<unknown>>;
  answerAppeal(id: string, granted: boolean, by: By): Promise<CommentOutcome<unknown>>;
}
