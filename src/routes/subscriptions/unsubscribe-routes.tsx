/** The link in every digest: it can end the subscription (RFC 8058) and have its choices mailed, and nothing else. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { mailChoices, resume, unsubscribe } from '../../app/readers/subscription-links.ts';
import { anonymousRequestOf } from '../../http/anonymous-request.ts';
import { privatePage, seeOther } from '../../http/private-page.ts';
import { OneButton } from '../../layout/form.tsx';
import { languageOf } from '../../layout/language.ts';
import { plainPage } from '../../layout/plain-page.tsx';
import { veiled } from '../../projections/session.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { endedPage, withLink } from './link.tsx';

export function unsubscribeRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** GET /u/:token. Shows, and changes nothing: whatever follows links in mails follows this one too. */
  routes.get('/u/:token', (c) => {
    const token = c.req.param('token');
    const { choices: words, subscriptions } = wordsOf(languageOf(c.req.raw));
    return withLink(deps, c.req.raw, 'unsubscribe', token, (subscription) =>
      privatePage(
        plainPage(
          c.req.raw,
          subscriptions.title,
          <>
            <p class="standfirst">
              {subscription.state === 'active'
                ? words.sent(veiled(subscription.email))
                : words.notSent(veiled(subscription.email))}
            </p>
            {subscription.state === 'active' && (
              <OneButton action={`/u/${token}`} label={words.unsubscribe}>
                <input type="hidden" name="List-Unsubscribe" value="One-Click" />
              </OneButton>
            )}
            <section class="section" id="choices">
              <h2>{words.otherwise.heading}</h2>
              <p>{words.otherwise.text}</p>
              <OneButton action={`/u/${token}/choices`} label={words.otherwise.button} />
            </section>
          </>,
        ),
      ),
    );
  });

  /** POST /u/:token, `List-Unsubscribe=One-Click`, by a mail program or by the page's button; any other body does as much. */
  routes.post('/u/:token', (c) =>
    withLink(deps, c.req.raw, 'unsubscribe', c.req.param('token'), async (subscription) => {
      await unsubscribe(deps, subscription);
      return endedPage(deps, c.req.raw, subscription);
    }),
  );

  /** POST /u/:token/choices */
  routes.post('/u/:token{(?!undo/)[^/]+}/choices', (c) =>
    withLink(deps, c.req.raw, 'unsubscribe', c.req.param('token'), (subscription) => {
      mailChoices(deps, anonymousRequestOf(c.req.raw, deps.origin), subscription);
      return seeOther('/subscriptions/asked');
    }),
  );

  /** POST /u/undo/:token */
  routes.post('/u/undo/:token', (c) =>
    withLink(deps, c.req.raw, 'undo-unsubscribe', c.req.param('token'), async (subscription) => {
      await resume(deps, subscription);
      const { title, text } = wordsOf(languageOf(c.req.raw)).choices.undone;
      return privatePage(plainPage(c.req.raw, title, <p class="standfirst">{text}</p>));
    }),
  );

  return routes;
}
