/** Which mailer this Worker uses, by its variables: MAILER for digests, CONFIRM_MAILER for single transactional mails. */
import type { Mailer } from './mailer.ts';
import * as MAILERS from './mailers.ts';

/** Variables and secrets as Cloudflare hands them over: texts, each of which may be missing. */
export type MailVariables = VariablesOfAll & {
  /** The name of a mailer in `mailers.ts`; `binding` where it is not set. */
  MAILER?: string;
  /** As MAILER, for confirmations and sign-in links; MAILER's where it is not set. */
  CONFIRM_MAILER?: string;
  /** Mails a second that the provider allows; each mailer has a careful default. */
  MAIL_RATE?: string;
};

type MailerName = keyof typeof MAILERS;
type VariablesOf = { [Name in MailerName]: Parameters<(typeof MAILERS)[Name]>[0] };
/** What one mailer or another reads. */
type VariablesOfAll = Together<VariablesOf[MailerName]>;
/** Of each of a union's types all properties (a function of any of them takes the one that is all of them). */
type Together<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

export type MailUse = 'digest' | 'transactional';

/** The mailer for a use. Throws with what is missing: a Worker set up wrongly should say so at its first mail. */
export function chooseMailer(variables: MailVariables, use: MailUse): Mailer {
  const name = (use === 'transactional' && variables.CONFIRM_MAILER) || variables.MAILER || 'binding';
  if (!isMailer(name)) throw new Error(`MAILER is "${name}"; use one of ${Object.keys(MAILERS).join(', ')}.`);
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: all belong in the bundle, since a variable chooses.
  return MAILERS[name](variables, Number(variables.MAIL_RATE) || undefined);
}

const isMailer = (name: string): name is MailerName => Object.hasOwn(MAILERS, name);
