/** The states of a comment and what moderators do to it: one row a state says all that depends on it. */

export const COMMENT_STATES = ['pending', 'approved', 'rejected', 'removed'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

export const COMMENT_ACTIONS = ['approve', 'reject', 'remove', 'restore', 'hold'] as const;
export type CommentAction = (typeof COMMENT_ACTIONS)[number];

export interface StateRule {
  /** Everyone sees it, where nothing that it answers is hidden. */
  shown: boolean;
  /** It waits for a moderator; taken back by its author, it waits no more. */
  waits: boolean;
  /** As what it counts in its author's standing; the storage's triggers count it so too. */
  counts: 'approved' | 'rejected' | null;
  /** Its author may appeal. */
  appeal: boolean;
  /**
   * What moderators may do to it, and where that leads. An action leads from here to another state and another action
   * leads back: anything can be undone.
   */
  actions: Partial<Record<CommentAction, CommentState>>;
  /** What the desk calls a comment in it, and the list of them. */
  called: string;
  list: string;
  /** What the desk offers to do to many of its list at once. */
  many: readonly CommentAction[];
}

export const STATE_RULES: Readonly<Record<CommentState, StateRule>> = {
  pending: {
    shown: false,
    waits: true,
    counts: null,
    appeal: false,
    actions: { approve: 'approved', reject: 'rejected' },
    called: 'waiting',
    list: 'Waiting',
    many: ['approve', 'reject'],
  },
  approved: {
    shown: true,
    waits: false,
    counts: 'approved',
    appeal: false,
    /** `hold` puts it back into the queue. */
    actions: { remove: 'removed', hold: 'pending' },
    called: 'shown',
    list: 'Shown',
    many: ['remove', 'hold'],
  },
  rejected: {
    shown: false,
    waits: false,
    counts: 'rejected',
    appeal: true,
    /** To where it stood before. */
    actions: { restore: 'pending' },
    called: 'rejected',
    list: 'Rejected',
    many: ['restore'],
  },
  removed: {
    shown: false,
    waits: false,
    counts: 'rejected',
    appeal: true,
    actions: { restore: 'approved' },
    called: 'removed',
    list: 'Removed',
    many: ['restore'],
  },
};

/** The states of which a rule says so, for storage that asks for all of them at once. */
export const statesThat = (says: (rule: StateRule) => boolean): CommentState[] =>
  COMMENT_STATES.filter((state) => says(STATE_RULES[state]));

/** The state that an action leads to, or null when it cannot be done to a comment in this state. */
export const stateAfter = (action: CommentAction, state: CommentState): CommentState | null =>
  STATE_RULES[state].actions[action] ?? null;

/** What can be done to a comment in this state. */
export const actionsOn = (state: CommentState): CommentAction[] =>
  COMMENT_ACTIONS.filter((action) => stateAfter(action, state) !== null);

/** The action that leads from one state to another. */
export const actionBetween = (from: CommentState, to: CommentState): CommentAction | null =>
  COMMENT_ACTIONS.find((action) => stateAfter(action, from) === to) ?? null;

/** Why an action cannot be done, in a sentence. */
export const wrongState = (action: CommentAction, state: CommentState): string =>
  `This comment is ${state}; ${action} does not apply. It can take: ${actionsOn(state).join(', ')}.`;
