/** The snippet page of a topic: choose rows, width, theme, scheme and whether to pin; copy; see it as a reader will. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { readTopic } from '../../app/record/read-topic.ts';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { notShown, refused } from '../../http/problem.ts';
import { languageOf, problemWords } from '../../layout/language.ts';
import { renderPage } from '../../layout/page.tsx';
import { linked, rich } from '../../layout/rich.tsx';
import { useWords } from '../../layout/speaking.ts';
import { BRIEF_NOTES, toPanel } from '../../projections/panel.ts';
import { panelHeight } from '../../projections/panel-height.ts';
import { schemes } from '../../projections/reference.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { INTEGRITY, PINNED_PATH } from './script.ts';
import { type Snippet, snippetsFor } from './snippet-texts.ts';

interface Choice {
  limit: number;
  width: number;
  theme: Theme;
  scheme: string;
  pin: boolean;
}

export function snippetRoutes(deps: Pick<Deps, 'db'>): Hono {
  const routes = new Hono();

  /** GET /t/:slug/embed?limit=&width=&theme=&scheme=&pin=on */
  routes.get('/t/:slug/embed', async (c) => {
    const { searchParams, origin } = new URL(c.req.url);
    const choice = choiceOf(searchParams);
    if (choice === null) {
      return refused('bad-request', [{ path: 'limit', message: problemWords(c.req.raw).rowsAndWidth }]);
    }
    const slug = c.req.param('slug');
    const params = new URLSearchParams(choice.scheme === 'house' ? {} : { scheme: choice.scheme });
    const found = await readTopic(deps, slug, params);
    if (found.kind !== 'view') return notShown(found);
    const { view } = found;
    const panel = toPanel(view, {
      families: [view.topic.lead],
      limit: choice.limit,
      others: 0,
      notes: BRIEF_NOTES,
    });
    const snippets = snippetsFor(panel, wordsOf(languageOf(c.req.raw)).snippets.ways, {
      origin,
      slug,
      knownAt: choice.pin ? view.knownAt : null,
      scheme: choice.scheme === 'house' ? null : choice.scheme,
      theme: choice.theme === 'auto' ? null : choice.theme,
      limit: choice.limit,
      width: choice.width,
      height: panelHeight(panel, choice.width),
      pinnedScript: { path: PINNED_PATH, integrity: INTEGRITY },
    });
    const lang = languageOf(c.req.raw);
    const words = wordsOf(lang).snippets;
    const head = {
      title: words.title(view.topic.title),
      description: words.description,
      lang,
      path: `/t/${slug}/embed`,
      origin,
      unlisted: true,
    };
    const preview = previewOf(slug, choice, choice.pin ? view.knownAt : null);
    const page = (
      <Snippets
        title={view.topic.title}
        slug={slug}
        choice={choice}
        snippets={snippets}
        preview={preview}
        height={panelHeight(panel, choice.width)}
      />
    );
    return answer(c.req.raw, { body: renderPage(head, page), type: HTML_TYPE, tags: [`topic:${slug}`] });
  });

  return routes;
}

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

function choiceOf(params: URLSearchParams): Choice | null {
  const [limit, width] = [Number(params.get('limit') || 8), Number(params.get('width') || 640)];
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return null;
  if (!Number.isInteger(width) || width < 240 || width > 1200) return null;
  const theme = THEMES.find((each) => each === params.get('theme')) ?? 'auto';
  const scheme = params.get('scheme') || 'house';
  return {
    limit,
    width,
    theme,
    scheme,
    pin: params.get('pin') === 'on',
  };
}

function previewOf(slug: string, { limit, theme, scheme }: Choice, knownAt: string | null): string {
  const query = new URLSearchParams({ limit: String(limit), theme, scheme });
  if (knownAt !== null) query.set('known_at', knownAt);
  return `/embed/${slug}?${query}`;
}

interface Props {
  title: string;
  slug: string;
  choice: Choice;
  snippets: Snippet[];
  preview: string;
  height: number;
}

const Snippets = ({ title, slug, choice, snippets, preview, height }: Props) => {
  const words = useWords().snippets;
  return (
    <>
      <h1>{words.heading}</h1>
      <p class="standfirst">{rich(words.standfirst, { topic: linked(`/t/${slug}`), title })}</p>
      <form method="get" class="choices">
        <label>
          {words.rows} <input type="number" name="limit" min="1" max="100" value={choice.limit} />
        </label>
        <label>
          {words.width} <input type="number" name="width" min="240" max="1200" value={choice.width} />
        </label>
        <label>
          {words.theme}{' '}
          <select name="theme">
            {THEMES.map((theme) => (
              <option value={theme} selected={theme === choice.theme}>
                {words.themes[theme]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.scheme}{' '}
          <select name="scheme">
            {schemes.map(({ id, name }) => (
              <option value={id} selected={id === choice.scheme}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input type="checkbox" name="pin" checked={choice.pin} /> {words.pin}
        </label>
        <button type="submit">{words.make}</button>
      </form>
      <div class="beside">
        <div>
          {snippets.map((snippet) => (
            <section id={snippet.id}>
              <h3>{snippet.title}</h3>
              <p class="fine">{snippet.note}</p>
              <pre tabindex={0}>
                <code>{snippet.code}</code>
              </pre>
            </section>
          ))}
        </div>
        <div class="charts">
          <h3>{words.preview}</h3>
          <iframe class="preview" src={preview} title={title} width={choice.width} height={height} />
        </div>
      </div>
    </>
  );
};
