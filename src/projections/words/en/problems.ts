/** What is said to whoever asked for something that cannot be done: on pages, and in answers of the API. */
import { plural } from '../plural.ts';

export const problems = {
  /** By the reason that an answer names (RFC 9457, `type`). */
  titles: {
    'bad-request': 'The request cannot be read',
    unauthorised: 'This needs an editor’s token',
    'signed-out': 'This needs a signed-in reader',
    forbidden: 'This token does not allow it',
    'not-found': 'There is nothing at this address',
    'method-not-allowed': 'This address does not take that method',
    conflict: 'This was already done, or something newer stands',
    'too-large': 'The body is too large',
    invalid: 'Some fields cannot be accepted',
    'too-many': 'That was too much at once',
    'server-error': 'Something failed on our side',
    'not-implemented': 'This form is not offered',
    'not-ready': 'The record is still being loaded',
  },
  nothingAt: (path: string) => `There is nothing at ${path}.`,
  failed: 'The request failed and nothing was changed. It is logged; please try again.',
  methods: (method: string, allowed: string) => `This address does not take ${method}; it takes ${allowed}.`,
  body: {
    encoding: 'The body is not UTF-8 text.',
    broken: 'The body broke off before its end.',
    tooLarge: (bytes: number) => plural('en', bytes, { other: 'Keep the body under # bytes.' }),
    json: 'The body is not JSON.',
    form: 'The form cannot be read.',
  },
  cursor: 'Give a cursor as an earlier answer gave it.',
  parameter: (given: string, meant: string) =>
    `There is no parameter "${given}" here: did you mean "${meant}"?`,
  oneOf: (allowed: readonly string[]) => `Use one of: ${allowed.join(', ')}.`,
  /** What stands nowhere. */
  topic: (slug: string) => `There is no topic "${slug}".`,
  notYet: (slug: string, instant: string) => `The record held nothing of "${slug}" at ${instant}.`,
  measure: (id: string) => `The topic has no measure "${id}".`,
  dimension: (id: string) => `No measure asked for has a dimension "${id}".`,
  dimensionValue: (id: string, value: string) => `The dimension "${id}" has no value "${value}".`,
  didYouMean: (none: string, name: string) => `${none} Did you mean "${name}"?`,
  thread: (id: string) => `There is no thread "${id}" to see on this topic.`,
  claim: (id: string) => `There is no claim "${id}".`,
  /** Pages that other sites embed. */
  /** Pages of a list. */
  wholeNumber: (most: number) => `Give a whole number from 1 to ${most}.`,
  number: (most: number) => `Give a number from 1 to ${most}.`,
  rows: 'Give 1 to 100 rows.',
  rowsAndWidth: 'Give 1 to 100 rows and a width of 240 to 1,280 pixels.',
  pixels: 'Give widths and heights in whole pixels.',
  format: (name: string) => `There is no format "${name}".`,
  address: 'Give the "url" of a topic on this site.',
  foreignTopic: 'There is no such topic on this site.',
  release: 'No release has served a script of this hash.',
  most: {
    topics: (most: number) => plural('en', most, { other: 'Ask for at most # topics.' }),
    lists: (most: number) => plural('en', most, { other: 'Ask for at most # lists.' }),
  },
  topicOrList: 'Name a topic or a list.',
  list: 'Give a window and a length: 7d:5.',
  notReady: 'The record is still being loaded, or the database does not answer.',
  /** Forms that other pages may not send. */
  otherSite: 'Another site’s page cannot ask for this.',
  mailed: 'If the address takes mail, a link is on its way.',
  untested: 'The test of the browser was not passed.',
  signIn: 'Sign in on our own pages first.',
  ownPages: 'Comments are written on our own pages.',
};
