/** The page that says how figures are read and ranked. Marks become code; `{days}` is filled in. */
export const method = {
  title: 'Method',
  description: 'How figures are read, dated, compared and ranked.',
  standfirst: 'We write down who said what, and when. We do not add, average or choose.',
  row: {
    heading: 'What a row says',
    text: [
      'A source is the voice that vouches for a figure: an institution, an office, a person, a study, or an unnamed ' +
        'official, who is a source apart and never speaks for the institution. Its newest figure on a measure is its ' +
        'row. The words stand as they were said, with their own date. A figure read from a table was said by nobody: its ' +
        'number is worded by us, without quotation marks. What the source discloses of how it was made (how many were ' +
        'asked, when, by which way, and who paid) stands under it; whoever paid is not its source.',
      'A refusal, a denial or a silence is shown in its own words; what we put in ours says “in our words”. It never replaces a figure, and a figure that is denied is ' +
        'never put in the mouth of whoever denied it. A figure taken from somebody else is marked as adopted and drawn ' +
        'hollow. Where a page gives no date, we say so and show between which days it was said.',
      'Nothing is overwritten. What we wrote wrongly is corrected with a reason, what was never said is voided, and ' +
        'what a source withdrew stays as withdrawn. Every past state can be opened: as this record held it, or as the ' +
        'public could know it by a date.',
    ],
  },
  beside: {
    heading: 'What stands side by side',
    text:
      'Only figures on one measure share an axis. It is logarithmic where all of them are above zero and span more than ' +
      'ten times, else linear: through zero where one is below it, from zero for what is counted, and every face says ' +
      'which. A count that grows with time is of the day on which it was said: two that were said more than {days} days apart are of ' +
      'different days, and so each figure shows its own date, and an old one its age. We say where figures stand, and ' +
      'never that two sources agree.',
  },
  schemes: {
    heading: 'Vague words',
    text:
      '“Dozens” and “hundreds” are kept as words. Published coding rules read them differently, and so the reading is ' +
      'named wherever it is drawn, and can be changed by adding <code>?scheme=</code> to an address. A minimum is drawn ' +
      'with an open side. “Most” and “nearly half” are said of shares, the others of counts. Where a scheme has no rule, ' +
      'the words stand alone.',
    word: 'Word',
    version: (id: string, version: number) => `(${id}, version ${version})`,
    /** One that is no longer the newest, where versions are chosen from. */
    olderVersion: (name: string, version: number) => `${name}, version ${version}`,
    sources: 'Where the rules are from',
    older: {
      heading: 'Older versions',
      text:
        'A changed rule is a new version. An older one is asked for by its number, as in <code>?scheme=house@1</code>, ' +
        'and reads as it always did.',
    },
    abroad: {
      heading: 'Words of other languages',
      text:
        'These are figures as they stand. We know of no published rule for any of them, and so nothing is drawn from the ' +
        'words themselves; where a row has our translation, it is the translation that a scheme reads, and the row says so.',
    },
  },
  counted: 'What is counted',
  ranking: {
    heading: 'Most commented',
    formula: (id: string, version: number) => `Formula ${id}, version ${version}.`,
  },
};
