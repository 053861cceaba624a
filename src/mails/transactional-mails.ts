/** Every mail that a form can cause, in the reader's language. */
import { wordsOf } from '../projections/words/words.ts';
import { type WrittenMail, writeMail } from './transactional-mail.tsx';

export function signInMail(link: string, lang: string): WrittenMail {
  return writeMail({ ...wordsOf(lang).mails.signIn, link }, lang);
}

/** `topics` and `cadence` in our own words: "2 topics", "every day"; `cadence` is null where none was chosen. */
export function confirmMail(link: string, topics: string, cadence: string | null, lang: string): WrittenMail {
  const { subject, sentence, label } = wordsOf(lang).mails.confirm;
  return writeMail({ subject, sentence: sentence(topics, cadence), link, label }, lang);
}

export function choicesMail(link: string, lang: string): WrittenMail {
  return writeMail({ ...wordsOf(lang).mails.choices, link }, lang);
}
