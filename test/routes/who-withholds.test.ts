// Which role each action on the record takes: an editor records and corrects, an admin alone withholds.
import { expect, test } from 'vitest';
import type { AccessCheck } from '../../src/platform/access.ts';
import { openDesk } from '../workerd/desk.ts';
import { ORIGIN } from '../workerd/site.ts';

const access: AccessCheck = async (assertion) => ({ ok: true, email: assertion, session: assertion });
const roles = JSON.stringify({
  'editor@paper.example': ['editor'],
  'moderator@paper.example': ['moderator'],
  'admin@paper.example': ['admin'],
});
const desk = openDesk({ access, roles });

/** What one of them is answered who asks for an action on a claim that is not there. */
async function asked(who: string, action: string): Promise<number> {
  desk.assertion = `${who}@paper.example`;
  const headers = {
    'Content-Type': 'application/json',
    'Sec-Fetch-Site': 'same-origin',
    Origin: ORIGIN,
  };
  const body = JSON.stringify({ reason: 'Asked by a court.' });
  const answer = await desk.ask(`/v1/claims/no-such-claim/${action}`, { method: 'POST', headers, body });
  await answer.text();
  return answer.status;
}

test.for([
  ['admin', 'withhold', 404],
  ['editor', 'withhold', 403],
  ['moderator', 'withhold', 403],
  ['stranger', 'withhold', 403],
  ['editor', 'void', 404],
  ['editor', 'retract', 404],
  ['editor', 'correct', 404],
  ['moderator', 'correct', 403],
  ['admin', 'correct', 403],
] as const)('%s, %s: %i', async ([who, action, status]) => {
  expect(await asked(who, action)).toBe(status);
});
