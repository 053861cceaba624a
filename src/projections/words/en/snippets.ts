/** The page of every way to put a topic on one's own page. Marks become links. */
export const snippets = {
  title: (topic: string) => `Embed: ${topic}`,
  description: 'Put this topic on your page.',
  heading: 'Put this on your page',
  standfirst:
    '<topic>{title}</topic>. It sets no cookie, counts nobody, and stays as small as a photograph’s caption.',
  rows: 'Rows',
  width: 'Width in pixels',
  theme: 'Theme',
  themes: { auto: 'auto', light: 'light', dark: 'dark' },
  scheme: 'Vague words read by',
  pin: 'Pin the record as it stands now',
  make: 'Make the snippets',
  preview: 'As a reader sees it',
  ways: {
    script: {
      title: 'One script tag',
      note: 'Draws where it stands. It cannot keep room before it arrives; the forms below can.',
    },
    element: {
      title: 'Element with the data in it',
      note: 'Keeps its room, and shows the figures without JavaScript, in feeds and in archives.',
    },
    'pinned-script': {
      title: 'The same with a pinned script',
      note: 'The script never changes, and the browser refuses any other. Newer releases do not reach this page.',
    },
    iframe: { title: 'Frame', note: 'Needs no script at all, and works in the strictest of systems.' },
    oembed: { title: 'oEmbed address', note: 'For systems that turn an address into an embed.' },
    wordpress: {
      title: 'WordPress',
      note:
        'Paste the address on a line of its own once By Source is among the site’s oEmbed providers; the second line ' +
        'adds it.',
    },
    react: { title: 'React', note: 'The script defines the element once for the whole page.' },
  },
};
