/** Validation of what readers write beside comments' own rules: a comment, a report, an appeal, a moderator's reason. */
import { z } from 'zod';
import { refusalOf } from '../domain/comments/comment.ts';
import { COMMENTS_POLICIES } from '../domain/comments/comments-policy.ts';
import { filled, REFUSALS } from '../domain/refusals.ts';
import { unfitReason } from '../domain/text.ts';
import { parseWith, type Verdict } from './verdict.ts';

/** Plain text that passes the rules of a comment, in its one spelling (UAX 15, NFC). */
const text = z
  .string()
  .overwrite((body) => body.normalize('NFC'))
  .superRefine((body, context) => {
    const refusal = refusalOf(body);
    if (refusal !== null) context.addIssue({ code: 'custom', message: refusal });
  });
const id = z.string().min(1).max(200);

const CommentBody = z.strictObject({
  body: text,
  parent: id.nullable().default(null),
  claim: id.nullable().default(null),
  /** To speak for this site: taken from those alone who prove at the desk that they may. */
  staff: z.boolean().default(false),
});
export type CommentBody = z.output<typeof CommentBody>;

export const admitComment = (body: unknown): Verdict<CommentBody> => parseWith(CommentBody, body);

const line = text
  .refine((words) => [...words].length <= 1_000, filled(REFUSALS.reasonLong, { most: '1,000' }))
  .superRefine((words, context) => {
    const unfit = unfitReason(words);
    if (unfit !== null)
      context.addIssue({ code: 'custom', message: filled(REFUSALS.reasonUnfit, { part: unfit }) });
  });

const ReasonBody = z.strictObject({ reason: line.nullable().default(null) });
/** A moderator's reason may be left out; a body that is not there is none. */
export const admitReason = (body: unknown): Verdict<{ reason: string | null }> =>
  parseWith(ReasonBody, body ?? {});

const PolicyBody = z.strictObject({
  state: z.enum(COMMENTS_POLICIES, `Use one of: ${COMMENTS_POLICIES.join(', ')}.`),
  reason: line.nullable().default(null),
});
export const admitPolicy = (body: unknown): Verdict<z.output<typeof PolicyBody>> =>
  parseWith(PolicyBody, body);

const AppealBody = z.strictObject({ body: text });
export const admitAppeal = (body: unknown): Verdict<{ body: string }> => parseWith(AppealBody, body);
