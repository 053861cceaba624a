/** The Most Commented page: the list, its window, and the formula by which it is ranked. */
import { Hono } from 'hono';
import { MostCommentedView } from '../../../widget/view/most-commented.tsx';
import type { Deps } from '../../app/deps.ts';
import { readList } from '../../app/outside-counts/ranking.ts';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { refused } from '../../http/problem.ts';
import { languageOf, problemWords } from '../../layout/language.ts';
import { renderPage } from '../../layout/page.tsx';
import { formulaOf } from '../../projections/formula.ts';
import { toListView } from '../../projections/list-view.ts';
import { isWindow, WINDOWS, windowWords } from '../../projections/list-window.ts';
import { dayWords } from '../../projections/locale.ts';
import type { MostCommented } from '../../projections/most-commented.ts';
import { wordsOf } from '../../projections/words/words.ts';

export function listRoutes(deps: Pick<Deps, 'db' | 'now'>): Hono {
  const routes = new Hono();

  /** GET /most-commented?window=24h|7d|30d|all&lang= */
  routes.get('/most-commented', async (c) => {
    const { searchParams, origin } = new URL(c.req.url);
    const window = searchParams.get('window') || '7d';
    if (!isWindow(window)) {
      return refused('bad-request', [{ path: 'window', message: problemWords(c.req.raw).oneOf(WINDOWS) }]);
    }
    const list = await readList(deps.db, window, deps.now());
    const lang = languageOf(c.req.raw);
    const words = wordsOf(lang).front.list;
    const head = {
      title: words.title(windowWords(window, lang)),
      description: words.description,
      lang,
      path: '/most-commented',
      origin,
      unlisted: window !== '7d',
    };
    const body = renderPage(head, <ListPage list={list} lang={lang} />);
    return answer(c.req.raw, { body, type: HTML_TYPE, tags: ['most-commented'] });
  });

  return routes;
}

const ListPage = ({ list, lang }: { list: MostCommented; lang: string }) => {
  const { mostCommented, list: words } = wordsOf(lang).front;
  const { text, id, version, changes } = formulaOf(list, lang);
  return (
    <>
      <h1>{mostCommented}</h1>
      <p class="fine">
        {WINDOWS.map((window, at) => (
          <>
            {at > 0 && ' · '}
            <a
              href={`/most-commented?window=${window}`}
              aria-current={window === list.window ? 'true' : undefined}
            >
              {windowWords(window, lang)}
            </a>
          </>
        ))}
      </p>
      <div class="panel card">
        <MostCommentedView panel={toListView(list, 50, lang)} />
      </div>
      <p class="fine">{words.formula(text, id, version, dayWords(list.computedAt, lang))}</p>
      <details class="fine">
        <summary>{words.changes}</summary>
        <ul>
          {changes.map(({ version, on, what }) => (
            <li>{words.change(version, dayWords(on, lang), what)}</li>
          ))}
        </ul>
      </details>
    </>
  );
};
