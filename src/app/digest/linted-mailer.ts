/** A mailer that hands nothing on which a mail must not hold: a transactional mail with a fault is refused here, and said why. */
import { lintMail, type MailKind } from '../../domain/digest/mail-lint.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';

export function linted(mailer: Mailer, kind: MailKind): Mailer {
  return {
    ...mailer,
    async send(mail, key) {
      const faults = lintMail(mail, kind);
      return faults.length === 0
        ? mailer.send(mail, key)
        : { kind: 'refused', reason: `Not fit to send: ${faults.join(' ')}`, recipient: false };
    },
  };
}
