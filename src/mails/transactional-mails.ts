/** Every letter that a form can cause, in its words. */
import { type WrittenMail, writeMail } from './transactional-mail.tsx';

const NOTHING = 'if you did not ask for it, do nothing and nothing happens';

export function signInMail(link: string): WrittenMail {
  return writeMail({
    subject: 'Sign in to By Source',
    sentence: `Press the button on this page within the hour to sign in; ${NOTHING}.`,
    link,
    label: 'Sign in',
  });
}

/** `topics` and `cadence` in our own words: "2 topics", "every day"; `cadence` is empty where none was chosen. */
export function confirmMail(link: string, topics: string, cadence: string): WrittenMail {
  return writeMail({
    subject: 'Confirm your By Source digest',
    sentence: `Press the button on this page within two days to be told${cadence && ` ${cadence}`} what changed on ${topics}; ${NOTHING}.`,
    link,
    label: 'Confirm the digest',
  });
}

export function choicesMail(link: string): WrittenMail {
  return writeMail({
    subject: 'Your choices for the By Source digest',
    sentence: `This page, open for one hour, changes your digest’s topics, hour and language, gives you what is kept about you, or erases it; ${NOTHING}.`,
    link,
    label: 'Open your choices',
  });
}
