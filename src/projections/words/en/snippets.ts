/** The page of every way to put a topic on one's own page. Marks become links. */
export const snippets = {
  title: (topic: string) => `Embed: ${topic}`,
  description: 'Put this topic on your page.',
  heading: 'Put this on your page',
  standfirst:
    '<topic>{title}</topic>. It sets no cookie, counts nobody, and stays as small as a photograph’s caption.',
  measure: 'Measure',
  everyMeasure: 'all of the lead family',
  rows: 'Rows',
  width: 'Width',
  pixels: (width: string) => `${width} px`,
  widths: {
    280: '280 px: the narrowest column',
    390: '390 px: a phone',
    680: '680 px: an article',
    1280: '1,280 px: the whole page',
  },
  theme: 'Theme',
  themes: { auto: 'auto', light: 'light', dark: 'dark' },
  language: 'Language',
  topicLanguage: 'the topic’s own',
  direction: 'Direction',
  directions: { auto: 'of the page around it', ltr: 'left to right', rtl: 'right to left' },
  scheme: 'Vague words read by',
  pin: 'Pin the record as it stands now',
  make: 'Show',
  preview: 'As a reader sees it',
  /** Said quietly by the page’s own script. */
  copy: 'Copy',
  copied: 'Copied.',
  selected: 'Selected: copy it with your keyboard.',
  remade: 'Preview and snippets follow your choices.',
  /** A row of a table without axis: what is counted, and the words for how many. */
  counted: (what: string, words: string) => (what === '' ? words : `${what}: ${words}`),
  whole: 'Show every row',
  ways: {
    script: {
      title: 'One script tag',
      note: 'Draws where it stands. It cannot keep room before it arrives; the forms below can.',
    },
    element: {
      title: 'Element with the data in it',
      note:
        'Keeps its room, and shows the figures without JavaScript, in feeds and in archives. Markdown that allows HTML ' +
        'leaves it whole.',
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
    markdown: {
      title: 'Markdown without HTML',
      note: 'A picture with its figures in words and the way to the record. It shows the record of the day it is loaded.',
    },
    'tag-manager': {
      title: 'Tag manager',
      note: 'A custom HTML tag. It draws at the end of the article.',
    },
    amp: { title: 'AMP', note: 'The script belongs into the head of the page, once.' },
    mail: {
      title: 'Mail',
      note: 'A picture with its figures in words, since mail programs show no frames and run no scripts.',
    },
    react: { title: 'React', note: 'The script defines the element once for the whole page.' },
    next: { title: 'Next.js', note: 'Whole in the page that the server makes, in a static export too.' },
    vue: { title: 'Vue and Nuxt', note: 'The compiler leaves the element as it is.' },
    svelte: { title: 'Svelte and SvelteKit', note: 'The script stands in the head of the page.' },
    hugo: { title: 'Hugo', note: 'A shortcode, and its use: Markdown does not touch what is inside.' },
    eleventy: { title: 'Eleventy', note: 'A paired shortcode, and its use in any template language.' },
  },
};
