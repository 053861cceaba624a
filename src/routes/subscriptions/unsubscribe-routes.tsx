/** The link in every digest: it can end the subscription (RFC 8058) and have its choices mailed, and nothing else. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { mailChoices, resume, unsubscribe } from '../../app/readers/subscription-links.ts';
import { anonymousRequestOf } from '../../http/anonymous-request.ts';
import { privatePage, seeOther } from '../../http/private-page.ts';
import { OneButton } from '../../layout/form.tsx';
import { plainPage } from '../../layout/plain-page.tsx';
import { veiled } from '../../projections/session.ts';
import { endedPage, withLink } from './link.tsx';

export function unsubscribeRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** GET /u/:token. Shows, and changes nothing: whatever follows links in mails follows this one too. */
  routes.get('/u/:token', (c) => {
    const token = c.req.param('token');
    return withLink(deps, c.req.raw, 'unsubscribe', token, (subscription) =>
      privatePage(
        plainPage(
          c.req.raw,
          'The digest',
          <>
            <p class="standfirst">
              {subscription.state === 'active'
                ? `It is sent to ${veiled(subscription.email)}.`
                : `It is not sent to ${veiled(subscription.email)} any more.`}
            </p>
            {subscription.state === 'active' && (
              <OneButton action={`/u/${token}`} label="Unsubscribe">
                <input type="hidden" name="List-Unsubscribe" value="One-Click" />
              </OneButton>
            )}
            <section class="section" id="choices">
              <h2>Or choose otherwise</h2>
              <p>
                Topics, cadence, hour and language are behind a link of their own, which we mail to that
                address: this one also stands in every digest that was passed on.
              </p>
              <OneButton action={`/u/${token}/choices`} label="Mail the link" />
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
  routes.post('/u/:token/choices', (c) =>
    withLink(deps, c.req.raw, 'unsubscribe', c.req.param('token'), (subscription) => {
      mailChoices(deps, anonymousRequestOf(c.req.raw, deps.origin), subscription);
      return seeOther('/subscriptions/asked');
    }),
  );

  /** POST /u/undo/:token */
  routes.post('/u/undo/:token', (c) =>
    withLink(deps, c.req.raw, 'undo-unsubscribe', c.req.param('token'), async (subscription) => {
      await resume(deps, subscription);
      const body = <p class="standfirst">The digest goes on as before.</p>;
      return privatePage(plainPage(c.req.raw, 'Undone', body));
    }),
  );

  return routes;
}
