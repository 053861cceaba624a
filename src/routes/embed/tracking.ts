/** A statement that machines can read: the embed and the API follow nobody. */
import { Hono } from 'hono';
import { answer, JSON_TYPE } from '../../http/answer.ts';

/** Each line is held by a test of the real widget in a real browser. */
const STATEMENT = {
  'does-not-track': true,
  applies_to: ['/embed.js', '/embed/*', '/v1/*', '/card/*', '/oembed'],
  cookies: false,
  storage: false,
  third_party_requests: false,
  beacons: false,
  fingerprinting: false,
  credentials_sent: false,
  requests_per_page: ['/embed.js', '/v1/embed'],
  logs: 'The network’s own request logs, kept by the host; no identifier is added.',
  policy: '/about#privacy',
};

export function trackingRoutes(): Hono {
  const routes = new Hono();

  /** GET /.well-known/does-not-track.json */
  routes.get('/.well-known/does-not-track.json', (c) =>
    answer(c.req.raw, { body: JSON.stringify(STATEMENT, null, 2), type: JSON_TYPE }),
  );

  return routes;
}
