/** Who runs this, how to reach them, what is kept about readers, and on what terms the record may be used. */
import { code, licence, linked, rich } from '../../layout/rich.tsx';
import { wordsOf } from '../../projections/words/words.ts';

export const About = ({ lang }: { lang: string }) => {
  const words = wordsOf(lang).standing.about;
  const { operator, privacy, errors } = words;
  return (
    <div class="prose">
      <h1>{words.heading}</h1>
      <p class="standfirst">{words.standfirst}</p>
      <section class="section">
        <h2>{operator.heading}</h2>
        <p>{operator.text}</p>
      </section>
      <section class="section" id="privacy">
        <h2>{privacy.heading}</h2>
        <p>{rich(privacy.reading, { statement: linked('/.well-known/does-not-track.json') })}</p>
        <p>{privacy.writing}</p>
        <p>{rich(privacy.kept, { account: linked('/readers/me') })}</p>
      </section>
      <section class="section" id="licence">
        <h2>{words.licence.heading}</h2>
        <p>{rich(words.licence.text, { licence })}</p>
      </section>
      <section class="section" id="errors">
        <h2>{errors.heading}</h2>
        <p>{rich(errors.text, { code })}</p>
      </section>
    </div>
  );
};
