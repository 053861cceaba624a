/** Whether a topic takes comments and shows them: one row a policy says all that depends on it. */

export const COMMENTS_POLICIES = ['open', 'held', 'closed', 'disabled'] as const;
/** A topic of which nobody decided is open. */
export type CommentsPolicy = (typeof COMMENTS_POLICIES)[number];

export interface PolicyRule {
  /** New comments are written. */
  takes: boolean;
  /** Every new one is read by a moderator first. */
  holds: boolean;
  /** Comments are shown, counted and ranked. */
  shows: boolean;
  /** What it means, for those who choose it. */
  meaning: string;
}

export const POLICY_RULES: Readonly<Record<CommentsPolicy, PolicyRule>> = {
  open: {
    takes: true,
    holds: false,
    shows: true,
    meaning: 'new comments are taken',
  },
  held: {
    takes: true,
    holds: true,
    shows: true,
    meaning: 'every new one is read first',
  },
  closed: {
    takes: false,
    holds: false,
    shows: true,
    meaning: 'no new ones; those there stay',
  },
  disabled: {
    takes: false,
    holds: false,
    shows: false,
    meaning: 'none written, none shown',
  },
};

/** The policies of which a rule says so, for storage that asks for all of them at once. */
export const policiesThat = (says: (rule: PolicyRule) => boolean): CommentsPolicy[] =>
  COMMENTS_POLICIES.filter((policy) => says(POLICY_RULES[policy]));
