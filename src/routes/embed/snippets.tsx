/** The snippet page of a topic: choose rows, width, theme, scheme and whether to pin; copy; see it as a reader will. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { readTopic } from '../../app/record/read-topic.ts';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { notShown, refused } from '../../http/problem.ts';
import { renderPage } from '../../layout/page.tsx';
import { BRIEF_NOTES, toPanel } from '../../projections/panel.ts';
import { panelHeight } from '../../projections/panel-height.ts';
import { schemes } from '../../projections/reference.ts';
import { INTEGRITY, PINNED_PATH } from './script.ts';
import { type Snippet, snippetsFor } from './snippet-texts.ts';

interface Choice {
  limit: number;
  width: number;
  theme: string;
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
      return refused('bad-request', [
        { path: 'limit', message: 'Give 1 to 100 rows and a width of 240 to 1,200 pixels.' },
      ]);
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
    const snippets = snippetsFor(panel, {
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
    const head = {
      title: `Embed: ${view.topic.title}`,
      description: 'Put this topic on your page.',
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

const THEMES = ['auto', 'light', 'dark'];

function choiceOf(params: URLSearchParams): Choice | null {
  const [limit, width] = [Number(params.get('limit') || 8), Number(params.get('width') || 640)];
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return null;
  if (!Number.isInteger(width) || width < 240 || width > 1200) return null;
  const theme = params.get('theme') ?? 'auto';
  const scheme = params.get('scheme') || 'house';
  return {
    limit,
    width,
    theme: THEMES.includes(theme) ? theme : 'auto',
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

const Snippets = ({ title, slug, choice, snippets, preview, height }: Props) => (
  <>
    <h1>Put this on your page</h1>
    <p class="standfirst">
      <a href={`/t/${slug}`}>{title}</a>. It sets no cookie, counts nobody, and stays as small as a
      photograph’s caption.
    </p>
    <form method="get" class="choices">
      <label>
        Rows <input type="number" name="limit" min="1" max="100" value={choice.limit} />
      </label>
      <label>
        Width in pixels <input type="number" name="width" min="240" max="1200" value={choice.width} />
      </label>
      <label>
        Theme{' '}
        <select name="theme">
          {THEMES.map((theme) => (
            <option selected={theme === choice.theme}>{theme}</option>
          ))}
        </select>
      </label>
      <label>
        Vague words read by{' '}
        <select name="scheme">
          {schemes.map(({ id, name }) => (
            <option value={id} selected={id === choice.scheme}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" name="pin" checked={choice.pin} /> Pin the record as it stands now
      </label>
      <button type="submit">Make the snippets</button>
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
        <h3>As a reader sees it</h3>
        <iframe class="preview" src={preview} title={title} width={choice.width} height={height} />
      </div>
    </div>
  </>
);
