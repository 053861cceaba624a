/** The short mails of signing in and subscribing: one sentence, one link, the same as HTML and as text. */
import { renderToString } from 'preact-render-to-string';
import { spoken, wordsOf } from '../projections/words/words.ts';
import { wrap } from './digest-text.ts';
import { Paper } from './paper.tsx';

export interface TransactionalMail {
  subject: string;
  /** Says what the link does, and that doing nothing is safe. Never holds a stranger's words. */
  sentence: string;
  link: string;
  /** The link's words in HTML. */
  label: string;
}

export interface WrittenMail {
  subject: string;
  html: string;
  text: string;
}

export function writeMail(mail: TransactionalMail, lang: string): WrittenMail {
  return {
    subject: mail.subject,
    html: `<!doctype html>${renderToString(<Page mail={mail} lang={spoken(lang)} />)}`,
    text: [...wrap(mail.sentence), '', mail.link, '', wordsOf(lang).mails.site, ''].join('\n'),
  };
}

const Page = ({ mail, lang }: { mail: TransactionalMail; lang: string }) => (
  <Paper subject={mail.subject} lang={lang}>
    <p style="margin:0;padding-bottom:12px;border-bottom:3px solid;font:bold 22px Georgia,Times,serif">
      {wordsOf(lang).mails.site}
    </p>
    <p style="margin:16px 0 0">{mail.sentence}</p>
    <p style="margin:16px 0 0;font-weight:bold">
      <a href={mail.link} style="color:inherit">
        {mail.label}
      </a>
    </p>
  </Paper>
);
