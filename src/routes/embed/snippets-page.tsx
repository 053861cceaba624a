/** The page of snippets: what a reader will see first, at its true width, then the choices and every way to paste it. */
import { Copyable, Copying } from '../../layout/copyable.tsx';
import { linked, rich } from '../../layout/rich.tsx';
import { useLanguage, useWords } from '../../layout/speaking.ts';
import { schemeChoices } from '../../projections/reference.ts';
import { type Choice, DIRECTIONS, THEMES, WIDTHS } from './snippet-choice.ts';
import type { Snippet } from './snippet-texts.ts';

interface Props {
  title: string;
  slug: string;
  choice: Choice;
  /** Id and label. */
  measures: Options;
  /** Tag and name. */
  languages: Options;
  snippets: readonly Snippet[];
  /** The frame's path. */
  preview: string;
  /** Pixels. */
  height: number;
}

export const SnippetsPage = ({ title, slug, snippets, preview, height, ...form }: Props) => {
  const words = useWords().snippets;
  const { width } = form.choice;
  return (
    <>
      <h1>{words.heading}</h1>
      <p class="standfirst">{rich(words.standfirst, { topic: linked(`/t/${slug}`), title })}</p>
      <h2>{words.preview}</h2>
      {/* As wide as was asked for on a narrower screen too: then it is scrolled to. */}
      <section class="scroll" aria-label={words.preview} tabindex={0} data-part="preview">
        <iframe class="preview" src={preview} title={title} width={width} height={height} />
      </section>
      <Choices {...form} />
      <div data-part="snippets">
        {snippets.map((snippet) => (
          <section id={snippet.id}>
            <h3>{snippet.title}</h3>
            <p class="fine">{snippet.note}</p>
            <Copyable code={snippet.code} name={snippet.title} />
          </section>
        ))}
      </div>
      <Copying />
    </>
  );
};

const Choices = ({ choice, measures, languages }: Pick<Props, 'choice' | 'measures' | 'languages'>) => {
  const words = useWords().snippets;
  const widths: readonly number[] = [...new Set([...WIDTHS, choice.width])].sort((a, b) => a - b);
  const widthWords: Readonly<Record<number, string>> = words.widths;
  return (
    <form method="get" class="choices" data-live>
      <Select
        name="width"
        label={words.width}
        chosen={`${choice.width}`}
        options={widths.map((width) => [`${width}`, widthWords[width] ?? words.pixels(`${width}`)])}
      />
      <Select
        name="measure"
        label={words.measure}
        chosen={choice.measure ?? ''}
        options={[['', words.everyMeasure], ...measures]}
      />
      <label>
        {words.rows} <input type="number" name="limit" min="1" max="100" value={choice.limit} />
      </label>
      <Select
        name="words"
        label={words.language}
        chosen={choice.words ?? ''}
        options={[['', words.topicLanguage], ...languages]}
      />
      <Select
        name="dir"
        label={words.direction}
        chosen={choice.dir}
        options={DIRECTIONS.map((dir) => [dir, words.directions[dir]])}
      />
      <Select
        name="theme"
        label={words.theme}
        chosen={choice.theme}
        options={THEMES.map((theme) => [theme, words.themes[theme]])}
      />
      <Select
        name="scheme"
        label={words.scheme}
        chosen={choice.scheme}
        options={schemeChoices(useLanguage()).map(({ value, label }) => [value, label])}
      />
      <label>
        <input type="checkbox" name="pin" checked={choice.pin} /> {words.pin}
      </label>
      <button type="submit">{words.make}</button>
    </form>
  );
};

/** Value and words of each. */
type Options = readonly (readonly [value: string, words: string])[];

interface SelectProps {
  name: string;
  label: string;
  chosen: string;
  options: Options;
}

const Select = ({ name, label, chosen, options }: SelectProps) => (
  <label>
    {label}{' '}
    <select name={name}>
      {options.map(([value, option]) => (
        <option value={value} selected={value === chosen}>
          {option}
        </option>
      ))}
    </select>
  </label>
);
