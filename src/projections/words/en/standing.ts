/** The standing pages: corrections and about. Marks `<name>…</name>` become links or code. */
export const standing = {
  corrections: {
    title: 'Corrections',
    description: 'Every correction, dated.',
    standfirst:
      'What we wrote wrongly, what was never said, and what sources withdrew. Nothing is taken down quietly.',
    empty: 'Nothing has been corrected, voided or withdrawn so far.',
  },
  about: {
    title: 'About',
    description: 'Operator, contact, privacy and licence.',
    heading: 'About By Source',
    standfirst: 'A record of what each source has said about disputed figures, for anyone to read and embed.',
    operator: {
      heading: 'Operator and contact',
      text:
        'This site is run by whoever deployed it. Corrections are welcome from anyone: name the statement, and the ' +
        'page that shows what was said.',
    },
    privacy: {
      heading: 'Privacy',
      reading:
        'Reading these pages, the widget and the API sets no cookie, stores nothing on your machine, loads nothing ' +
        'from any other host, and keeps no record of who read what. Machines can read the same at ' +
        '<statement>does-not-track.json</statement>.',
      writing:
        'Who signs in to comment or asks for the digest gives an email address. It is kept for that alone, is shown ' +
        'to nobody, and signing in sets one cookie on our own pages. Each mail ends with a link that stops them; your ' +
        'account gives out all that is kept, and erases it.',
      kept:
        'Who subscribes to the digest leaves an address and their choices; who signs in to comment leaves an address, ' +
        'a name and one cookie, which says on these pages alone that they are signed in. Addresses are shown to ' +
        'nobody. Both can be <account>had as a file or erased</account>; of an address that bounced or complained, ' +
        'only a one-way digest of the address stays, so that it is not written to again. Whoever does not confirm is ' +
        'forgotten within two days.',
    },
    licence: {
      heading: 'Licence',
      text:
        'The record may be reused under <licence>CC BY 4.0</licence>: name By Source and each source, and link the ' +
        'topic’s page. The words quoted are their speakers’ and outlets’.',
    },
    errors: {
      heading: 'Errors of the API',
      text:
        'Errors are problem documents (RFC 9457). Their <code>type</code> leads here: bad-request (400), ' +
        'unauthorised (401), signed-out (401), forbidden (403), not-found (404), conflict (409), too-large (413), ' +
        'invalid (422), too-many (429), server-error (500), not-ready (503). Where fields are at fault, ' +
        '<code>errors</code> names each by its path with a sentence.',
    },
  },
};
