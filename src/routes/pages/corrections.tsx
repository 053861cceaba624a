/** Every correction, voiding, withdrawal and withholding, newest first, each with its date and reason. */
import type { ChangeView } from '../../projections/changes.ts';
import { dayWords } from '../../projections/locale.ts';
import { wordsOf } from '../../projections/words/words.ts';

export const Corrections = ({ amendments, lang }: { amendments: ChangeView[]; lang: string }) => {
  const words = wordsOf(lang).standing.corrections;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="standfirst">{words.standfirst}</p>
      {amendments.length === 0 && <p>{words.empty}</p>}
      <ol class="timeline">
        {amendments.map((each) => (
          <li>
            <span class="when">{dayWords(each.at, lang)}</span>
            <div>
              <strong>
                <a href={`/t/${each.topic}`}>{each.label ?? each.topic}</a>
              </strong>
              , {each.kind}
              <div>{each.text}</div>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
};
