/** The choices of a digest behind a mailed link, and the link in every digest that ends it. Marks become links. */
export const choices = {
  title: 'Your digest',
  due: (address: string, due: string) => `The digest for ${address} is next due on ${due}.`,
  none: (address: string) => `No digest is sent to ${address}.`,
  saved: 'Your choices are kept.',
  resume: 'Send it again from now on',
  weekday: 'If weekly, on',
  /** Monday first, as ISO 8601 counts. */
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  hour: 'At',
  stillQuiet: 'When nothing changed, a line that says so',
  language: 'Dates and numerals in',
  keep: 'Keep these choices',
  end: 'End it',
  unsubscribe: 'Unsubscribe',
  kept: '<export>All that is kept about this subscription, as JSON</export>, or <erase>erase it with the address</erase>.',
  open: 'This page is open to whoever has its address, for an hour. Do not pass it on.',
  erase: {
    title: 'Erase the subscription',
    text: (address: string) => `The address ${address} and its choices are forgotten. It cannot be undone.`,
    button: 'Erase it',
    keep: 'Keep it',
  },
  erased: {
    title: 'The subscription is erased',
    text: 'Nothing that names you is kept for the digest any more.',
  },
  again: 'Ask for a new one',
  nothing: { title: 'Nothing is kept', text: 'This address gets no digest, and none is kept.' },
  ended: {
    title: 'You are unsubscribed',
    text: (address: string) => `No further digest is sent to ${address}.`,
    undo: 'Undo',
  },
  undone: { title: 'Undone', text: 'The digest goes on as before.' },
  /** Behind the link in every digest. */
  sent: (address: string) => `It is sent to ${address}.`,
  notSent: (address: string) => `It is not sent to ${address} any more.`,
  otherwise: {
    heading: 'Or choose otherwise',
    text:
      'Topics, cadence, hour and language are behind a link of their own, which we mail to that address: this one ' +
      'also stands in every digest that was passed on.',
    button: 'Mail the link',
  },
  archive: {
    unknown: 'This is no link of a digest of ours.',
    expired: 'This link to a digest has ended.',
    gone: 'What this digest held is no longer kept.',
  },
};
