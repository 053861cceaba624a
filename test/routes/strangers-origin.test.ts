// The API's doors for strangers: what a browser sends from another site's page is refused; programs name no origin.
import { expect, test } from 'vitest';
import { openMailSite } from '../workerd/mail-site.ts';
import { ORIGIN } from '../workerd/site.ts';

const BODIES = {
  '/v1/subscriptions': { email: 'ann@reader.example', topics: '*' },
  '/v1/readers': { email: 'ann@reader.example', name: 'Ann' },
};
const FOREIGN: Record<string, string>[] = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
  { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-site' },
  { Origin: ORIGIN.replace('https', 'http') },
];
const OWN: Record<string, string>[] = [
  {},
  { Origin: ORIGIN },
  { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' },
];
const doors = Object.entries(BODIES);

test.for(doors.flatMap((policy) => FOREIGN.map((headers) => [...policy, headers] as const)))(
  '%s of another site’s page mails nobody: %j',
  async ([path, body, headers]) => {
    const site = openMailSite();
    const response = await site.postJson(path, body, headers);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      403,
      'application/problem+json; charset=utf-8',
    ]);
    expect(site.mails).toEqual([]);
  },
);

test.for(doors.flatMap((policy) => OWN.map((headers) => [...policy, headers] as const)))(
  '%s is taken from %j',
  async ([path, body, headers]) => {
    expect((await openMailSite().postJson(path, body, headers)).status).toBe(202);
  },
);
