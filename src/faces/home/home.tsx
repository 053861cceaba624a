/** The front page: topics with the newest thing said, and Most Commented. */
import { Hono } from 'hono';
import { MostCommentedView } from '../../../widget/view/most-commented.tsx';
import { Words } from '../../../widget/view/words.tsx';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { renderPage } from '../../layout/page.tsx';
import { toListView } from '../../read/list-view.ts';
import type { Listing } from '../../read/listing.ts';
import { dayWords } from '../../read/locale.ts';
import type { MostCommented } from '../../read/most-commented.ts';

export interface HomeReads {
  /** The newest topics as a JSON array of listings. */
  front(): Promise<string>;
  list(window: string): Promise<MostCommented>;
}

const SHOWN = 5;

export function homeRoutes(reads: HomeReads): Hono {
  const routes = new Hono();

  /** GET / */
  routes.get('/', async (c) => {
    const [front, list] = await Promise.all([reads.front(), reads.list('7d')]);
    const head = {
      title: 'By Source: who said which figure, and when',
      description: 'What each source says about a disputed figure, side by side, as of when it was said.',
      path: '/',
      origin: new URL(c.req.url).origin,
    };
    const body = renderPage(head, <Home topics={JSON.parse(front) as Listing[]} list={list} />);
    return answer(c.req.raw, { body, type: HTML_TYPE, tags: ['topics', 'most-commented'] });
  });

  return routes;
}

const Home = ({ topics, list }: { topics: Listing[]; list: MostCommented }) => (
  <>
    <h1>Who said which figure, and when</h1>
    <p class="standfirst">
      After a battle, a storm or a march, everybody prints one number. Here is what each source has said, side
      by side.
    </p>
    <div class="columns">
      <section aria-label="Topics">
        {topics.length === 0 && <p>No topic is recorded yet.</p>}
        <ul class="topics">
          {topics.map((topic) => (
            <TopicItem topic={topic} />
          ))}
        </ul>
      </section>
      <section class="panel" aria-labelledby="most-commented">
        <h2 id="most-commented" class="section">
          <a href="/most-commented">Most commented</a>
        </h2>
        <MostCommentedView panel={toListView(list, SHOWN, 'en')} />
      </section>
    </div>
  </>
);

const TopicItem = ({ topic }: { topic: Listing }) => (
  <li>
    <h2>
      <a href={topic.url}>{topic.title}</a>
    </h2>
    <p>{topic.summary}</p>
    {topic.newest && (
      <p class="said">
        {topic.newest.name}: <Words text={topic.newest.text} />
        <span class="fine"> {topic.newest.when}</span>
      </p>
    )}
    <p class="fine">
      {topic.sources} sources.{' '}
      {topic.latest && `Latest change, ${dayWords(topic.latest.at, 'en')}: ${topic.latest.text}`}
    </p>
  </li>
);
