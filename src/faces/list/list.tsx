/** The Most Commented page: the list, its window, and the formula by which it is ranked. */
import { Hono } from 'hono';
import { MostCommentedView } from '../../../widget/view/most-commented.tsx';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { refused } from '../../http/problem.ts';
import { renderPage } from '../../layout/page.tsx';
import { toListView } from '../../read/list-view.ts';
import { isWindow, WINDOW_WORDS, WINDOWS } from '../../read/list-window.ts';
import { dayWords } from '../../read/locale.ts';
import type { MostCommented } from '../../read/most-commented.ts';
import { FORMULA } from '../../read/reference.ts';

export function listRoutes(reads: { list(window: string): Promise<MostCommented> }): Hono {
  const routes = new Hono();

  /** GET /most-commented?window=24h|7d|30d|all */
  routes.get('/most-commented', async (c) => {
    const { searchParams, origin } = new URL(c.req.url);
    const window = searchParams.get('window') || '7d';
    if (!isWindow(window)) {
      return refused('bad-request', [{ path: 'window', message: `Use one of: ${WINDOWS.join(', ')}.` }]);
    }
    const list = await reads.list(window);
    const head = {
      title: `Most commented ${WINDOW_WORDS[window]}`,
      description: 'The topics on which most people have commented, here and on other sites.',
      path: '/most-commented',
      origin,
      unlisted: window !== '7d',
    };
    const body = renderPage(head, <ListPage list={list} />);
    return answer(c.req.raw, { body, type: HTML_TYPE, tags: ['most-commented'] });
  });

  return routes;
}

const ListPage = ({ list }: { list: MostCommented }) => (
  <>
    <h1>Most commented</h1>
    <p class="fine">
      {WINDOWS.map((window, at) => (
        <>
          {at > 0 && ' · '}
          <a
            href={`/most-commented?window=${window}`}
            aria-current={window === list.window ? 'true' : undefined}
          >
            {WINDOW_WORDS[window]}
          </a>
        </>
      ))}
    </p>
    <div class="panel card">
      <MostCommentedView panel={toListView(list, 50, 'en')} />
    </div>
    <p class="fine">
      {list.formula.text} Formula {list.formula.id}, version {list.formula.version}. Computed{' '}
      {dayWords(list.computedAt, 'en')}.
    </p>
    <details class="fine">
      <summary>Changes to the formula</summary>
      <ul>
        {FORMULA.changes.map(({ version, on, what }) => (
          <li>
            Version {version}, {dayWords(on, 'en')}: {what}
          </li>
        ))}
      </ul>
    </details>
  </>
);
