/** How figures are read and ranked: stances, dates, schemes, comparison, the list's formula. */

import { COMPARABLE_DAYS, codebookRows, FORMULA, schemeTable } from '../../read/reference.ts';

const TABLE = schemeTable('en');

export const Method = () => (
  <div class="prose">
    <h1>Method</h1>
    <p class="standfirst">We write down who said what, and when. We do not add, average or choose.</p>
    <section class="section">
      <h2>What a row says</h2>
      <p>
        A source is the voice that vouches for a figure: an institution, an office, a person, a study, or an
        unnamed official, who is a source apart and never speaks for the institution. Its newest figure on a
        measure is its row. The words stand as they were said, with their own date.
      </p>
      <p>
        A refusal, a denial or a silence is shown in words. It never replaces a figure, and a figure that is
        denied is never put in the mouth of whoever denied it. A figure taken from somebody else is marked as
        adopted and drawn hollow. Where a page gives no date, we say so and show between which days it was
        said.
      </p>
      <p>
        Nothing is overwritten. What we wrote wrongly is corrected with a reason, what was never said is
        voided, and what a source withdrew stays as withdrawn. Every past state can be opened: as this record
        held it, or as the public could know it by a date.
      </p>
    </section>
    <section class="section">
      <h2>What stands side by side</h2>
      <p>
        Only figures on one measure share an axis; where it is logarithmic, each step is ten times the last. A
        count that grows with time is of the day on which it was said: two that were said more than{' '}
        {COMPARABLE_DAYS} days apart are of different days, and so each figure shows its own date, and an old
        one its age. We say where figures stand, and never that two sources agree.
      </p>
    </section>
    <section class="section" id="schemes">
      <h2>Vague words</h2>
      <p>
        “Dozens” and “hundreds” are kept as words. Published coding rules read them differently, and so the
        reading is named wherever it is drawn, and can be changed by adding <code>?scheme=</code> to an
        address. A minimum is drawn with an open side. Where a scheme has no rule, the words stand alone.
      </p>
      <div class="scroll" tabindex={0}>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Word</th>
              {TABLE.schemes.map((scheme) => (
                <th scope="col">
                  {scheme.name}{' '}
                  <span class="fine">
                    ({scheme.id}, version {scheme.version})
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {TABLE.rows.map(({ word, rules }) => (
              <tr>
                <th scope="row">{word}</th>
                {rules.map((rule) => (
                  <td>{rule}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
    <section class="section">
      <h2>What is counted</h2>
      <div class="scroll" tabindex={0}>
        <table class="plain">
          <tbody>
            {codebookRows().map((metric) => (
              <tr>
                <th scope="row">{metric.label}</th>
                <td>{metric.definition}</td>
                <td>{metric.apart}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
    <section class="section" id="ranking">
      <h2>Most commented</h2>
      <p>{FORMULA.text}</p>
      <p class="fine">
        Formula {FORMULA.id}, version {FORMULA.version}.
      </p>
    </section>
  </div>
);
