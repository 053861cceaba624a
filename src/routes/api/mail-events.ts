/** The doors at which mail providers tell of bounces and complaints, each by its own signature. */
import { Hono } from 'hono';
import { readText } from '../../http/body.ts';
import { problem } from '../../http/problem.ts';

export interface MailEventDoors {
  /** False when the message is not signed as the provider signs, or no provider is configured. */
  resend(headers: Headers, text: string): Promise<boolean>;
  /** 'later' when Amazon's own part cannot be asked now. */
  ses(text: string): Promise<boolean | 'later'>;
}

const LARGEST = 300_000;

export function mailEventRoutes(doors: MailEventDoors): Hono {
  const routes = new Hono();
  const policy = (path: string, take: (request: Request, text: string) => Promise<boolean | 'later'>) =>
    routes.post(path, async (c) => {
      const text = await readText(c.req.raw, LARGEST);
      if (text instanceof Response) return text;
      const taken = await take(c.req.raw, text);
      if (taken === 'later') return later();
      return taken
        ? new Response(null, { status: 204 })
        : problem(
            'forbidden',
            'The message is not signed by the provider that this site uses, or not in time.',
          );
    });

  /** POST /v1/mail-events/resend, signed by Svix */
  policy('/v1/mail-events/resend', (request, text) => doors.resend(request.headers, text));
  /** POST /v1/mail-events/ses, signed by Amazon SNS */
  policy('/v1/mail-events/ses', (_, text) => doors.ses(text));

  return routes;
}

/** Amazon sends again after this status, as after a failure of ours, which it is not: any stranger may have asked. */
function later(): Response {
  const response = problem('too-many', 'The provider’s key cannot be read at this moment: send this again.');
  response.headers.set('Retry-After', '60');
  return response;
}
