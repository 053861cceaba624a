/** Where mail providers tell of bounces and complaints, each by its own signature. */
import { Hono } from 'hono';
import { type MailEventDeps, takeResendEvent, takeSesEvent } from '../../app/digest/mail-events.ts';
import { readText } from '../../http/body.ts';
import { problem } from '../../http/problem.ts';

const LARGEST = 300_000;

export function mailEventRoutes(deps: MailEventDeps): Hono {
  const routes = new Hono();

  /** POST /v1/mail-events/resend, signed by Svix */
  routes.post('/v1/mail-events/resend', async (c) => {
    const text = await readText(c.req.raw, LARGEST);
    if (text instanceof Response) return text;
    const [id = null, timestamp = null, signature = null] = ['id', 'timestamp', 'signature'].map((name) =>
      c.req.header(`svix-${name}`),
    );
    return answered(await takeResendEvent(deps, { id, timestamp, signature }, text));
  });

  /** POST /v1/mail-events/ses, signed by Amazon SNS */
  routes.post('/v1/mail-events/ses', async (c) => {
    const text = await readText(c.req.raw, LARGEST);
    return text instanceof Response ? text : answered(await takeSesEvent(deps, text));
  });

  return routes;
}

function answered(taken: boolean | 'later'): Response {
  if (taken === 'later') return later();
  return taken
    ? new Response(null, { status: 204 })
    : problem('forbidden', 'The message is not signed by the provider that this site uses, or not in time.');
}

/** Amazon sends again after this status, as after a failure of ours, which it is not: any stranger may have asked. */
function later(): Response {
  const response = problem('too-many', 'The provider’s key cannot be read at this moment: send this again.');
  response.headers.set('Retry-After', '60');
  return response;
}
