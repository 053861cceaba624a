/** How figures are read and ranked: stances, dates, schemes, comparison, the list's formula. */

import type { Metric } from '../../domain/record/metric.ts';
import { code, rich } from '../../layout/rich.tsx';
import { codebookRows } from '../../projections/codebook.ts';
import { formulaIn } from '../../projections/formula.ts';
import { COMPARABLE_DAYS, foreignWords, type SchemeTable, schemeTable } from '../../projections/reference.ts';
import { wordsOf } from '../../projections/words/words.ts';

interface CodebookShown {
  metrics: readonly Metric[];
  lang: string;
}

/** The codebook is in the editors' words, in whichever language they gave. */
export const Method = ({ lang, codebook }: { lang: string; codebook: CodebookShown }) => {
  const words = wordsOf(lang).method;
  return (
    <div class="prose">
      <h1>{words.title}</h1>
      <p class="standfirst">{words.standfirst}</p>
      <section class="section">
        <h2>{words.row.heading}</h2>
        {words.row.text.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </section>
      <section class="section">
        <h2>{words.beside.heading}</h2>
        <p>{rich(words.beside.text, { days: COMPARABLE_DAYS })}</p>
      </section>
      <section class="section" id="schemes">
        <h2>{words.schemes.heading}</h2>
        <p>{rich(words.schemes.text, { code })}</p>
        <Schemes table={schemeTable(lang)} lang={lang} />
        <SchemeSources lang={lang} />
        <details>
          <summary>{words.schemes.older.heading}</summary>
          <p>{rich(words.schemes.older.text, { code })}</p>
          <Schemes table={schemeTable(lang, false)} lang={lang} />
        </details>
        <h3>{words.schemes.abroad.heading}</h3>
        <p>{words.schemes.abroad.text}</p>
        <Abroad />
      </section>
      <section class="section">
        <h2>{words.counted}</h2>
        <Codebook {...codebook} />
      </section>
      <section class="section" id="ranking">
        <h2>{words.ranking.heading}</h2>
        <p>{formulaIn(lang).text}</p>
        <p class="fine">{words.ranking.formula(formulaIn(lang).id, formulaIn(lang).version)}</p>
      </section>
    </div>
  );
};

const Schemes = ({ table: { schemes, rows }, lang }: { table: SchemeTable; lang: string }) => {
  const words = wordsOf(lang).method.schemes;
  return (
    <div class="scroll" tabindex={0}>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{words.word}</th>
            {schemes.map((scheme) => (
              <th scope="col">
                {scheme.name} <span class="fine">{words.version(scheme.id, scheme.version)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ word, rules }) => (
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
  );
};

/** Where each scheme's rules are published, as far as they are. */
const SchemeSources = ({ lang }: { lang: string }) => (
  <p class="fine">
    {wordsOf(lang).method.schemes.sources}:{' '}
    {schemeTable(lang).schemes.flatMap(({ name, address }, at, all) =>
      address === null
        ? []
        : [<a href={address}>{name}</a>, all.slice(at + 1).some((later) => later.address) ? ', ' : '.'],
    )}
  </p>
);

/** The words of each other language, a row each. */
const Abroad = () => (
  <div class="scroll" tabindex={0}>
    <table class="plain">
      <tbody>
        {foreignWords().map((each) => (
          <tr>
            <th scope="row" lang={each.lang}>
              <bdi>{each.language}</bdi>
            </th>
            <td lang={each.lang}>
              <bdi>{each.words.join(' · ')}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Codebook = ({ lang, metrics }: CodebookShown) => (
  <div class="scroll" tabindex={0}>
    <table class="plain">
      <tbody>
        {codebookRows(metrics, lang).map((metric) => (
          <tr>
            <th scope="row">{metric.label}</th>
            <td>{metric.definition}</td>
            <td>{metric.apart}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
