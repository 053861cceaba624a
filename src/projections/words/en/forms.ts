/** What every form has, and what is said after an erasure. */
export const forms = {
  email: 'Email address',
  leaveEmpty: 'Leave this empty',
  timeZone: 'Time zone',
  mailLink: 'Mail me a link',
  untested: 'The test of your browser was not passed: load the page again and retry.',
  /** After a form that mails a link, whoever the address belongs to. */
  onItsWay: 'Look into your mailbox: a link is on its way, if the address takes mail.',
  stillHeld: (days: number) =>
    `Copies from which the database can be restored last ${days} days, then they are gone too. Of an address that ` +
    'bounced or complained a digest stays that cannot be read, so that it is not written to again. Mails that were ' +
    'sent lie where they were sent to.',
};
