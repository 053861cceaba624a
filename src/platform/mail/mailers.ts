/** Who can carry mail, by the name that MAILER gives: a mailer is a file of its own and a line here. */
export { bindingFrom as binding } from './binding.ts';
export { resendFrom as resend } from './resend.ts';
export { sesFrom as ses } from './ses.ts';
export { smtpFrom as smtp } from './smtp.ts';
