/** The topic's page. */
import { Hono } from 'hono';
import type { ComponentChildren } from 'preact';
import type { Deps } from '../../app/deps.ts';
import { readHistory, readTopic } from '../../app/record/read-topic.ts';
import type { Problem } from '../../domain/problem.ts';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { askedAddress } from '../../http/parameters.ts';
import { SLUG } from '../../http/paths.ts';
import { privatePage } from '../../http/private-page.ts';
import { notShown } from '../../http/problem.ts';
import { languageOf } from '../../layout/language.ts';
import { renderPage } from '../../layout/page.tsx';
import { plainPage } from '../../layout/plain-page.tsx';
import type { TopicView } from '../../projections/topic-view.ts';
import { DEFAULT_LANGUAGE, wordsOf } from '../../projections/words/words.ts';
import { TopicPage } from './topic-page.tsx';

/** What another face adds to the page as it stands now; `own` where it shows what its reader alone may see. */
export type TopicPart = (asked: {
  request: Request;
  view: TopicView;
}) => Promise<{ body: ComponentChildren; own: boolean }>;

export function topicPageRoutes(deps: Pick<Deps, 'db'>, parts: readonly TopicPart[]): Hono {
  const routes = new Hono();

  /** GET /t/:slug?known_at=&said_by=&scheme=&measure=&dimension=&compare=&with=&lang= */
  routes.get(`/t/${SLUG}`, async (c) => {
    const { searchParams, origin } = new URL(c.req.url);
    const slug = c.req.param('slug');
    const [found, histories] = await Promise.all([
      readTopic(deps, slug, searchParams),
      readHistory(deps, slug, searchParams),
    ]);
    if (found.kind === 'unreadable' && found.problems.every(({ path }) => path === 'compare'))
      return unpicked(c.req.raw, slug, found.problems);
    if (found.kind !== 'view') return notShown(found);
    const { topic } = found.view;
    const lang = languageOf(c.req.raw);
    const head = {
      title: wordsOf(lang).frame.eachSource(topic.title),
      description: topic.summary,
      path: `/t/${topic.slug}`,
      origin,
      lang,
      image: `/card/${topic.slug}.png`,
      unlisted: searchParams.size > 0,
      alternates: alternatesOf(
        topic.slug,
        origin + c.req.path + askedAddress(new URL(c.req.url)).search,
        lang,
      ),
    };
    const asked = { request: c.req.raw, view: found.view };
    // The present record in a language of ours is the whole page; a past or filtered view is the record alone.
    const isWhole = [...searchParams.keys()].every((name) => name === 'lang' && lang !== DEFAULT_LANGUAGE);
    const added = isWhole ? await Promise.all(parts.map((part) => part(asked))) : [];
    const body = renderPage(
      head,
      <TopicPage view={found.view} histories={histories} asked={searchParams} origin={origin} lang={lang}>
        {added.map((part) => part.body)}
      </TopicPage>,
    );
    if (added.some(({ own }) => own)) return privatePage(body);
    // A reader who signs in must not be given the page as it was kept before.
    const headers = { Vary: 'Cookie' };
    return answer(c.req.raw, { body, type: HTML_TYPE, tags: [`topic:${topic.slug}`], headers });
  });

  return routes;
}

/** What was asked to be set side by side and cannot be, with a way on to what can. */
function unpicked(request: Request, slug: string, problems: readonly Problem[]): Response {
  const { form, wayOn } = wordsOf(languageOf(request)).comparison;
  const body = plainPage(
    request,
    form.heading,
    <>
      {problems.map(({ message }) => (
        <p>{message}</p>
      ))}
      <p>
        <a href={`/t/${slug}#compare`}>{wayOn}</a>
      </p>
    </>,
  );
  return privatePage(body, { status: 400 });
}

/** Other forms of the page, and where oEmbed consumers find its embed (oembed.com, section 4). */
function alternatesOf(slug: string, address: string, lang: string): [string, string, string][] {
  const words = wordsOf(lang).topicPage.alternates;
  const oembed = `/oembed?url=${encodeURIComponent(address)}`;
  return [
    ['application/json', `/v1/topics/${slug}`, words.json],
    ['application/atom+xml', `/v1/topics/${slug}/feed.atom`, words.changes],
    ['application/feed+json', `/v1/topics/${slug}/feed.json`, words.changes],
    ['application/json+oembed', oembed, words.oembed],
    ['text/xml+oembed', `${oembed}&format=xml`, words.oembed],
  ];
}
