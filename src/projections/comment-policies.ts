/** What a topic's comments policy means for the page that draws them. */
import { type CommentsPolicy, POLICY_RULES } from '../domain/comments/comments-policy.ts';

/** New comments and replies are written. */
export const takesComments = (policy: CommentsPolicy): boolean => POLICY_RULES[policy].takes;

/** Those that are there are shown, and said to be so many. */
export const showsComments = (policy: CommentsPolicy): boolean => POLICY_RULES[policy].shows;
