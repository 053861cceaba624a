/** The short mails of signing in and subscribing: one sentence, one link, the same as HTML and as text. */
import { renderToString } from 'preact-render-to-string';
import { spoken, wordsOf } from '../projections/words/words.ts';

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
    text: [...lines(mail.sentence), '', mail.link, '', wordsOf(lang).mails.site, ''].join('\n'),
  };
}

const DARK = `
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  body, .paper { background: #14161a !important; }
  .ink, .ink a { color: #e9ebee !important; }
}`;

/** What must hold stands on the element, since mail readers drop style sheets as they please. */
const Page = ({ mail, lang }: { mail: TransactionalMail; lang: string }) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{mail.subject}</title>
      <style>{DARK}</style>
    </head>
    <body style="margin:0;background:#ffffff">
      <div
        class="paper ink"
        style="max-width:600px;margin:0 auto;padding:24px 16px;color:#16181d;font:16px/1.45 -apple-system,'Segoe UI',Helvetica,Arial,sans-serif"
      >
        <p style="margin:0;padding-bottom:12px;border-bottom:3px solid;font:bold 22px Georgia,Times,serif">
          {wordsOf(lang).mails.site}
        </p>
        <p style="margin:16px 0 0">{mail.sentence}</p>
        <p style="margin:16px 0 0;font-weight:bold">
          <a href={mail.link} style="color:inherit">
            {mail.label}
          </a>
        </p>
      </div>
    </body>
  </html>
);

/** Newsletters in plain text keep to 72 characters a line (RFC 3676, section 4.2, asks for 78 or fewer). */
function lines(sentence: string): string[] {
  const found: string[] = [];
  for (const word of sentence.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= 72)
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}
