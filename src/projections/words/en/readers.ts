/** Signing in by mail, and a reader's own account. Marks become names, links or addresses. */
export const readers = {
  signIn: {
    title: 'Sign in',
    standfirst: 'To comment, sign in by a link that we mail to you. There is no password.',
    emailHint: 'Shown to nobody.',
    name: 'Name',
    nameHint: 'Shown beside your comments. Leave it empty if you have been here before.',
  },
  asked: {
    title: 'A link is on its way',
    text:
      'It works once, for one hour. If nothing comes, look among the unwanted mail, or <again>ask again</again> a ' +
      'little later.',
  },
  again: 'Ask for another link',
  enter: {
    fresh: (address: string) => `As a new reader, with the address ${address}.`,
    known: 'As {name}, with the address {address}.',
    nameHint: 'Shown beside your comments.',
    unasked: 'If you did not ask for this, close the page: nothing has happened.',
  },
  account: {
    title: 'Your account',
    signedIn: (day: string) => `Signed in as {name}, with the address {address}, since ${day}.`,
    suspended: 'A moderator has suspended this account: it can read and appeal, and not write.',
    name: 'Name',
    waiting:
      'You asked to be called {name}. A moderator looks at it first, as at all that a new reader writes; until then ' +
      'you are shown as before.',
    change: 'Change the name',
    nameLabel: 'Shown beside your comments, old ones too',
    kept: 'What is kept about you',
    keptText:
      'Your address, your name and those you asked for, your comments with what became of them, your reports, ' +
      'appeals and sessions, and your digest if you have one: <export>everything, as JSON</export>.',
    eraseText:
      '<erase>Erase all of it</erase>. Your comments’ words go; their places stay as “removed by its author”.',
    signOut: 'Sign out',
  },
  erase: {
    title: 'Erase your account',
    text:
      'This ends all your sessions, forgets your address, name and digest, and takes the words of your comments ' +
      'away. It cannot be undone.',
    button: 'Erase everything',
    keep: 'Keep my account',
  },
  erased: { title: 'Your account is erased', text: 'Nothing that names you is kept any more.' },
};
