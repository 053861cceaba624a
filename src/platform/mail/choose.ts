/** Which maker of mail this Worker uses, by its variables: MAILER for digests, CONFIRM_MAILER for single transactional mails. */
import { bindingMailer, type EmailBinding } from './binding.ts';
import type { Mailer } from './mailer.ts';
import { resendMailer } from './resend.ts';
import { sesMailer } from './ses.ts';
import { smtpMailer } from './smtp.ts';

/** Variables and secrets as Cloudflare hands them over: texts, each of which may be missing. */
export interface MailVariables {
  EMAIL?: EmailBinding;
  /** `binding` (the default), `smtp`, `resend` or `ses`. */
  MAILER?: string;
  /** As MAILER, for confirmations and sign-in links; MAILER's where it is not set. */
  CONFIRM_MAILER?: string;
  /** Mails a second that the provider allows; each maker has a careful default. */
  MAIL_RATE?: string;
  RESEND_API_KEY?: string;
  RESEND_ENDPOINT?: string;
  SES_REGION?: string;
  SES_ACCESS_KEY_ID?: string;
  SES_SECRET_ACCESS_KEY?: string;
  SES_CONFIGURATION_SET?: string;
  SMTP_HOST?: string;
  SMTP_PORT?: string;
  /** `implicit`, `starttls` or `none`. */
  SMTP_TLS?: string;
  SMTP_USER?: string;
  SMTP_PASSWORD?: string;
  /** Signs links, and the names of mails by which SMTP's reports of failure are known. */
  LINK_SECRET?: string;
}

export type MailUse = 'digest' | 'transactional';

/** The maker for a use. Throws with what is missing: a Worker set up wrongly should say so at its first mail. */
export function chooseMailer(variables: MailVariables, use: MailUse): Mailer {
  const name = (use === 'transactional' && variables.CONFIRM_MAILER) || variables.MAILER || 'binding';
  const rate = (usual: number) => Number(variables.MAIL_RATE) || usual;
  switch (name) {
    case 'binding':
      if (!variables.EMAIL)
        throw new Error('MAILER is "binding", and wrangler.toml binds no send_email as EMAIL.');
      return bindingMailer(variables.EMAIL, rate(20));
    case 'resend':
      return resendMailer({
        apiKey: must(variables, 'RESEND_API_KEY'),
        rate: rate(2),
        ...(variables.RESEND_ENDPOINT ? { endpoint: variables.RESEND_ENDPOINT } : {}),
      });
    case 'ses':
      return sesMailer({
        accessKeyId: must(variables, 'SES_ACCESS_KEY_ID'),
        secretAccessKey: must(variables, 'SES_SECRET_ACCESS_KEY'),
        region: must(variables, 'SES_REGION'),
        configurationSet: variables.SES_CONFIGURATION_SET || undefined,
        rate: rate(14),
      });
    case 'smtp':
      return smtpMailer({
        host: must(variables, 'SMTP_HOST'),
        port: Number(variables.SMTP_PORT) || 587,
        tls: tlsOf(variables.SMTP_TLS),
        user: variables.SMTP_USER || undefined,
        password: variables.SMTP_PASSWORD || undefined,
        rate: rate(5),
        linkSecret: variables.LINK_SECRET || undefined,
      });
    default:
      throw new Error(`MAILER is "${name}"; use binding, smtp, resend or ses.`);
  }
}

function tlsOf(given: string | undefined): 'implicit' | 'starttls' | 'none' {
  if (given === 'implicit' || given === 'none' || given === 'starttls') return given;
  if (given) throw new Error(`SMTP_TLS is "${given}"; use implicit, starttls or none.`);
  return 'starttls';
}

function must(variables: MailVariables, name: Exclude<keyof MailVariables, 'EMAIL'>): string {
  const value = variables[name];
  if (!value) throw new Error(`MAILER needs ${name}, which is not set.`);
  return value;
}
