/** What stands around every page of our own, and on pages that say one thing. Marks `<name>…</name>` become links. */
export const frame = {
  site: 'By Source',
  rights: 'CC BY 4.0',
  skip: 'Skip to the content',
  navigation: {
    topics: 'Topics',
    mostCommented: 'Most commented',
    method: 'Method',
    corrections: 'Corrections',
    about: 'About',
  },
  colophon:
    'Who said what, and when. By Source never averages and never picks a winner. Figures may be reused under ' +
    '<licence>CC BY 4.0</licence>; the same record as <json>JSON</json>.',
  byMail: 'What changed, by mail',
  account: 'Your account',
  eachSource: (title: string) => `${title}: what each source says`,
  onSite: (title: string) => `${title} · By Source`,
  deadLink: {
    forged: {
      title: 'This link is not whole',
      sentence: 'Part of it is missing or was changed on the way. Open it again from the mail.',
    },
    expired: { title: 'This link has ended', sentence: 'Links in mails work for a time only.' },
    used: { title: 'This link was used already', sentence: 'It works once.' },
  },
  strayForm: {
    title: 'This form was not sent from our page',
    sentence: 'Nothing was changed. Go back, load the page again, and send the form from there.',
  },
};
