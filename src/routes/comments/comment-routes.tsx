/** Pages of comments beside the topic's own page: earlier ones, one by itself, a new one on one statement. */
import { Hono } from 'hono';
import type { ComponentChildren } from 'preact';
import { REPLIES, readPermalink, readReplies, readThreads, THREADS } from '../../app/comments/threads.ts';
import type { Deps } from '../../app/deps.ts';
import { sessionFor } from '../../app/readers/readers.ts';
import { readTopic } from '../../app/record/read-topic.ts';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { sessionOf } from '../../http/cookie.ts';
import { cursorAsked } from '../../http/cursor.ts';
import { privatePage } from '../../http/private-page.ts';
import { notShown, problem } from '../../http/problem.ts';
import { languageOf } from '../../layout/language.ts';
import { renderPage } from '../../layout/page.tsx';
import { linked, rich } from '../../layout/rich.tsx';
import type { ThreadView } from '../../projections/comment-view.ts';
import type { Session } from '../../projections/session.ts';
import type { TopicView } from '../../projections/topic-view.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { SignInForm, TextForm } from './comment-forms.tsx';
import { CommentItem } from './comment-item.tsx';
import { aboutOf, Threads } from './comment-section.tsx';

export function commentPageRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** The topic with what a page of its comments shows; kept by nobody where a reader is signed in. */
  const show = async (
    request: Request,
    slug: string,
    draw: (view: TopicView, session: Session | null) => Promise<ComponentChildren | null>,
  ): Promise<Response> => {
    const [found, session] = await Promise.all([
      readTopic(deps, slug, new URLSearchParams()),
      sessionFor(deps, sessionOf(request)),
    ]);
    if (found.kind !== 'view') return notShown(found);
    const { view } = found;
    const body = await draw(view, session);
    const lang = languageOf(request);
    const words = wordsOf(lang).comments;
    if (body === null) return problem('not-found', words.none);
    const { origin, pathname } = new URL(request.url);
    const head = {
      title: words.title(view.topic.title),
      description: words.description(view.topic.title),
      path: pathname,
      origin,
      unlisted: true,
      lang,
    };
    const html = renderPage(
      head,
      <>
        <h1>{words.heading}</h1>
        <p class="standfirst">
          <a href={`/t/${slug}`}>{view.topic.title}</a>
        </p>
        {body}
      </>,
    );
    if (session !== null) return privatePage(html);
    return answer(request, {
      body: html,
      type: HTML_TYPE,
      tags: [`topic:${slug}`],
      headers: { Vary: 'Cookie' },
    });
  };

  /** GET /t/:slug/comments?cursor= */
  routes.get('/t/:slug/comments', (c) => {
    const asked = cursorAsked(new URL(c.req.url));
    if (asked instanceof Response) return asked;
    return show(c.req.raw, c.req.param('slug'), async (view, session) => {
      const page = await readThreads(deps, view.topic.slug, { cursor: asked.place, limit: THREADS });
      if (page === null) return null;
      return (
        <div class="comments">
          <Threads page={page} view={view} session={session} />
        </div>
      );
    });
  });

  /** GET /t/:slug/comments/new?claim=: a comment on one statement */
  routes.get('/t/:slug/comments/new', (c) =>
    show(c.req.raw, c.req.param('slug'), async (view, session) => {
      const { slug } = view.topic;
      const claim = c.req.query('claim') ?? '';
      const words = wordsOf(languageOf(c.req.raw)).comments;
      const statement = view.statements.find((each) => each.claim === claim);
      const back = `/t/${slug}/comments/new?claim=${encodeURIComponent(claim)}`;
      return (
        <>
          {statement && (
            <p>
              {rich(words.write.on, {
                statement: linked(`/t/${slug}#${claim}`),
                name: statement.name,
                day: statement.when,
                text: statement.text,
              })}
            </p>
          )}
          {session === null ? (
            <SignInForm back={back} siteKey={deps.turnstile?.siteKey ?? null} />
          ) : (
            <TextForm
              action={`/t/${slug}/comments`}
              session={session}
              {...(statement ? { claim } : {})}
              label={words.write.label}
              button={words.write.button}
            />
          )}
        </>
      );
    }),
  );

  /** GET /t/:slug/comments/:id?cursor=: one comment with its thread's first and, for a first, its replies */
  routes.get('/t/:slug/comments/:id{[0-9a-f-]+}', (c) => {
    const asked = cursorAsked(new URL(c.req.url));
    if (asked instanceof Response) return asked;
    return show(c.req.raw, c.req.param('slug'), async (view, session) => {
      const { slug } = view.topic;
      const lang = languageOf(c.req.raw);
      const found = await readPermalink(deps, slug, c.req.param('id'), session?.reader.id ?? null, lang);
      if (found === null) return null;
      const { first, comment, standing } = found;
      if (standing !== null) {
        const about = aboutOf(view);
        return (
          <div class="comments">
            {first.id !== comment.id && <CommentItem comment={first} about={about} />}
            <CommentItem
              comment={comment}
              about={about}
              standing={wordsOf(lang).comments.onlyYou(standing)}
            />
          </div>
        );
      }
      const isFirst = first.id === comment.id;
      const page = isFirst
        ? await readReplies(deps, slug, first.id, { cursor: asked.place, limit: REPLIES })
        : null;
      const thread: ThreadView = {
        ...first,
        replies: isFirst ? (page?.replies ?? []) : [comment],
        repliesCursor: page?.next ?? null,
      };
      return (
        <div class="comments">
          <Threads page={{ threads: [thread], next: null, policy: 'open' }} view={view} session={session} />
          {!isFirst && (
            <p>
              <a href={`/t/${slug}/comments/${first.id}`}>{wordsOf(lang).comments.whole}</a>
            </p>
          )}
        </div>
      );
    });
  });

  return routes;
}
