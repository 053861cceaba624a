/** The front page: topics with the newest thing said, and Most Commented. */
import { Hono } from 'hono';
import { MostCommentedView } from '../../../widget/view/most-commented.tsx';
import { Words } from '../../../widget/view/words.tsx';
import type { Deps } from '../../app/deps.ts';
import { readList } from '../../app/outside-counts/ranking.ts';
import { readFront } from '../../app/record/read-listing.ts';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { languageOf } from '../../layout/language.ts';
import { renderPage } from '../../layout/page.tsx';
import { toListView } from '../../projections/list-view.ts';
import type { ListedRow, Listing } from '../../projections/listing.ts';
import { dayWords } from '../../projections/locale.ts';
import type { MostCommented } from '../../projections/most-commented.ts';
import { extentWords } from '../../projections/panel-foot.ts';
import { wordsOf } from '../../projections/words/words.ts';

const SHOWN = 5;

export function homeRoutes(deps: Pick<Deps, 'db' | 'now'>): Hono {
  const routes = new Hono();

  /** GET /?lang= */
  routes.get('/', async (c) => {
    const [front, list] = await Promise.all([readFront(deps), readList(deps.db, '7d', deps.now())]);
    const { origin } = new URL(c.req.url);
    const lang = languageOf(c.req.raw);
    const { title, description } = wordsOf(lang).front;
    const head = { title, description, path: '/', origin, lang };
    const body = renderPage(head, <Home topics={front} list={list} lang={lang} />);
    return answer(c.req.raw, { body, type: HTML_TYPE, tags: ['topics', 'most-commented'] });
  });

  return routes;
}

const Home = ({ topics, list, lang }: { topics: Listing[]; list: MostCommented; lang: string }) => {
  const words = wordsOf(lang).front;
  return (
    <>
      <h1>{words.heading}</h1>
      <p class="standfirst">{words.standfirst}</p>
      <div class="columns">
        <section aria-label={words.topics}>
          {topics.length === 0 && <p>{words.empty}</p>}
          <ul class="topics">
            {topics.map((topic) => (
              <TopicItem topic={topic} lang={lang} />
            ))}
          </ul>
        </section>
        <section class="panel" aria-labelledby="most-commented">
          <h2 id="most-commented" class="section">
            <a href="/most-commented">{words.mostCommented}</a>
          </h2>
          <MostCommentedView panel={toListView(list, SHOWN, lang)} />
        </section>
      </div>
    </>
  );
};

const Said = ({ row: { name, of, text, when, figure } }: { row: ListedRow }) => (
  <li>
    <bdi>{name}</bdi>: {figure ? <Words text={text} /> : <i>{text}</i>}
    <span class="fine"> {[of, when].filter(Boolean).join(' · ')}</span>
  </li>
);

const TopicItem = ({ topic, lang }: { topic: Listing; lang: string }) => {
  const words = wordsOf(lang).front;
  return (
    <li>
      <h2>
        <a href={topic.url}>{topic.title}</a>
      </h2>
      <p>{topic.summary}</p>
      {topic.shown?.groups.map(({ label, rows }) => (
        <>
          {label && <h3>{label}</h3>}
          <ul class="said">
            {rows.map((row) => (
              <Said row={row} />
            ))}
          </ul>
        </>
      ))}
      <p class="fine">
        {topic.shown ? `${extentWords(topic.shown.extent, lang)}.` : words.sources(topic.sources)}{' '}
        {topic.latest && words.latest(dayWords(topic.latest.at, lang), topic.latest.text)}
      </p>
    </li>
  );
};
