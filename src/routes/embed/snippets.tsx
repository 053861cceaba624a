/** The snippet page of a topic: choose what is drawn and how, see it as a reader will, copy it. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { readTopic } from '../../app/record/read-topic.ts';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { notShown, refused } from '../../http/problem.ts';
import { languageOf, problemWords } from '../../layout/language.ts';
import { renderPage } from '../../layout/page.tsx';
import { BRIEF_NOTES, toPanel } from '../../projections/panel.ts';
import { familyOf } from '../../projections/panel-combinations.ts';
import { frameHeight, panelHeight } from '../../projections/panel-height.ts';
import { languages, localeOf, wordsOf } from '../../projections/words/words.ts';
import { queryOf } from './element-markup.ts';
import { INTEGRITY, PINNED_PATH } from './script.ts';
import { choiceOf, readOf, saidOf } from './snippet-choice.ts';
import { snippetsFor } from './snippet-texts.ts';
import { SnippetsPage } from './snippets-page.tsx';

/** What one language calls another. */
const languageName = (tag: string, lang: string): string =>
  new Intl.DisplayNames(localeOf(lang), { type: 'language' }).of(tag) ?? tag;

export function snippetRoutes(deps: Pick<Deps, 'db'>): Hono {
  const routes = new Hono();

  /** GET /t/:slug/embed?measure=&limit=&width=&theme=&words=&dir=&scheme=&pin=on; `words` is the widget's language */
  routes.get('/t/:slug/embed', async (c) => {
    const { searchParams, origin } = new URL(c.req.url);
    const choice = choiceOf(searchParams);
    if (choice === null) {
      return refused('bad-request', [{ path: 'limit', message: problemWords(c.req.raw).rowsAndWidth }]);
    }
    const slug = c.req.param('slug');
    const [found, whole] = await Promise.all([
      readTopic(deps, slug, readOf(choice)),
      readTopic(deps, slug, new URLSearchParams()),
    ]);
    if (found.kind !== 'view') return notShown(found);
    if (whole.kind !== 'view') return notShown(whole);
    const { view } = found;
    const family = familyOf(view, choice.measure);
    const panel = toPanel(view, { family, limit: choice.limit, notes: BRIEF_NOTES });
    const lang = languageOf(c.req.raw);
    const words = wordsOf(lang).snippets;
    const options = {
      origin,
      slug,
      height: panelHeight(panel, choice.width),
      frameHeight: frameHeight(panel, choice.width),
      ...saidOf(choice, view.knownAt),
      pinnedScript: { path: PINNED_PATH, integrity: INTEGRITY },
    };
    const head = {
      title: words.title(view.topic.title),
      description: words.description,
      lang,
      path: `/t/${slug}/embed`,
      origin,
      unlisted: true,
    };
    const page = (
      <SnippetsPage
        title={view.topic.title}
        slug={slug}
        choice={choice}
        measures={whole.view.measures.map(({ id, label }) => [id, label] as const)}
        languages={languages().map((tag) => [tag, languageName(tag, lang)] as const)}
        snippets={snippetsFor(panel, words, options)}
        preview={`/embed/${slug}${queryOf(options)}`}
        height={options.frameHeight}
      />
    );
    return answer(c.req.raw, { body: renderPage(head, page), type: HTML_TYPE, tags: [`topic:${slug}`] });
  });

  return routes;
}
