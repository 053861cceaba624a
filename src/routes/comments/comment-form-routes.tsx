/** What the forms of comments do without JavaScript: write, report, appeal; then back to the topic's page. */
import { Hono } from 'hono';
import { appeal } from '../../app/comments/appealing.ts';
import { postComment } from '../../app/comments/posting.ts';
import { reportComment } from '../../app/comments/reporting.ts';
import { takeBack } from '../../app/comments/taking-back.ts';
import { placeOnPage } from '../../app/comments/threads.ts';
import type { Deps } from '../../app/deps.ts';
import { isOwnForm, sessionFor } from '../../app/readers/readers.ts';
import type { Reader } from '../../domain/comments/comment.ts';
import { sessionOf } from '../../http/cookie.ts';
import { credentialsOf } from '../../http/credentials.ts';
import { pageAddress } from '../../http/cursor.ts';
import { isFromOwnPage, readForm } from '../../http/form.ts';
import { privatePage, seeOther } from '../../http/private-page.ts';
import { languageOf } from '../../layout/language.ts';
import { plainPage, strayForm } from '../../layout/plain-page.tsx';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import type { Session } from '../../projections/session.ts';
import { refusalIn } from '../../projections/words/refusals.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { TextForm } from './comment-forms.tsx';

/** Characters of a report; what is longer is cut. */
const LONGEST_REASON = 1_000;

export function commentFormRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** Carries out a form of a signed-in reader's, or says why not, with a way back. */
  const ownForm = async <T,>(
    request: Request,
    slug: string,
    use: (reader: Reader, form: URLSearchParams) => Promise<CommentOutcome<T>>,
    done: (value: T) => Response | Promise<Response>,
  ): Promise<Response> => {
    const session = await sessionFor(deps, sessionOf(request));
    if (session === null)
      return seeOther(`/readers/sign-in?back=${encodeURIComponent(`/t/${slug}#comments`)}`);
    const form = await readForm(request);
    if (form instanceof Response) return form;
    if (!isFromOwnPage(request) || !isOwnForm(session, form.get('token') ?? ''))
      return privatePage(strayForm(request), { status: 403 });
    const outcome = await use(session.reader, form);
    return outcome.kind === 'done' ? done(outcome.value) : refusal(request, slug, outcome, form, session);
  };

  /** Back to where everyone sees a comment; where its author alone does, to `otherwise` on the topic's page. */
  const toComment = async (slug: string, id: string, otherwise: string): Promise<Response> => {
    const place = await placeOnPage(deps, slug, id);
    if (place === null) return seeOther(`/t/${slug}#${otherwise}`);
    const page = place.on === 'topic' ? `/t/${slug}` : `/t/${slug}/comments/${place.thread}`;
    const from = place.on === 'thread' ? place.cursor : null;
    return seeOther(`${from === null ? page : pageAddress(page, from)}#comment-${id}`);
  };

  /** POST /t/:slug/comments: body, parent, claim, staff, token */
  routes.post('/t/:slug/comments', (c) => {
    const slug = c.req.param('slug');
    return ownForm(
      c.req.raw,
      slug,
      (reader, form) =>
        postComment(deps, {
          topic: slug,
          reader,
          credentials: credentialsOf(c.req.raw),
          body: {
            // A form sends line ends as two characters (HTML, "constructing the entry list").
            body: (form.get('body') ?? '').replace(/\r\n/g, '\n'),
            parent: form.get('parent') || null,
            claim: form.get('claim') || null,
            staff: form.get('staff') === '1',
          },
          idempotency: null,
          lang: languageOf(c.req.raw),
        }),
      ({ id }) => toComment(slug, id, `comment-${id}`),
    );
  });

  /** POST /t/:slug/comments/:id/take-back: token */
  routes.post('/t/:slug/comments/:id/take-back', (c) => {
    const { slug, id } = c.req.param();
    return ownForm(
      c.req.raw,
      slug,
      (reader) => takeBack(deps, { comment: id, reader: reader.id, lang: languageOf(c.req.raw) }),
      ({ topic }) => toComment(topic, id, 'comments'),
    );
  });

  const thanks = (request: Request, slug: string, of: 'report' | 'appeal') => {
    const words = wordsOf(languageOf(request)).comments;
    return privatePage(
      plainPage(
        request,
        words.looking,
        <p>
          {words[of].done} <a href={`/t/${slug}#comments`}>{words.back}</a>
        </p>,
      ),
    );
  };

  /** POST /t/:slug/comments/:id/report: reason, token */
  routes.post('/t/:slug/comments/:id/report', (c) => {
    const { slug, id } = c.req.param();
    return ownForm(
      c.req.raw,
      slug,
      (reader, form) => {
        const body = { reason: (form.get('reason') ?? '').slice(0, LONGEST_REASON) || null };
        return reportComment(deps, { comment: id, reader, body, lang: languageOf(c.req.raw) });
      },
      () => thanks(c.req.raw, slug, 'report'),
    );
  });

  /** POST /t/:slug/comments/:id/appeal: body, token */
  routes.post('/t/:slug/comments/:id/appeal', (c) => {
    const { slug, id } = c.req.param();
    return ownForm(
      c.req.raw,
      slug,
      (reader, form) =>
        appeal(deps, {
          comment: id,
          reader,
          body: { body: form.get('body') ?? '' },
          lang: languageOf(c.req.raw),
        }),
      () => thanks(c.req.raw, slug, 'appeal'),
    );
  });

  return routes;
}

const STATUS = { refused: 422, unknown: 404, forbidden: 403, conflict: 409, 'too fast': 429 } as const;

/** What was written is not lost: it stands in the form again, under the sentence on what is wrong. */
function refusal(
  request: Request,
  slug: string,
  outcome: Exclude<CommentOutcome<unknown>, { kind: 'done' }>,
  form: URLSearchParams,
  session: Session,
): Response {
  const lang = languageOf(request);
  const said =
    outcome.kind === 'refused'
      ? outcome.problems.map(({ message }) => refusalIn(lang, message))
      : [outcome.detail];
  const [parent, claim] = [form.get('parent'), form.get('claim')];
  const words = wordsOf(lang).comments;
  const page = (
    <>
      <div class="notice" role="alert">
        {said.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
      {form.has('body') && (
        <TextForm
          action={new URL(request.url).pathname}
          session={session}
          label={words.notTaken.label}
          button={words.notTaken.button}
          text={form.get('body') ?? ''}
          {...(parent ? { parent } : {})}
          {...(claim ? { claim } : {})}
        />
      )}
      <p>
        <a href={`/t/${slug}#comments`}>{words.back}</a>
      </p>
    </>
  );
  const headers: Record<string, string> = {};
  if (outcome.kind === 'too fast') headers['Retry-After'] = String(outcome.retryAfter);
  return privatePage(plainPage(request, words.notTaken.title, page), {
    status: STATUS[outcome.kind],
    headers,
  });
}
