// The codebook at the desk: seen by editors, added to and given new definitions by plain forms.
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readCodebook } from '../../src/store/codebook.ts';
import { openDesk } from '../workerd/desk.ts';

const versionsOf = async (id: string) => (await readCodebook(env.DB)).definitions.get(id);

async function signedIn() {
  const desk = openDesk();
  await desk.signIn();
  return desk;
}
const FIELDS = {
  id: 'bridges-down',
  label: 'Bridges down\r\nuk: Зруйновані мости',
  definition: 'Bridges that cannot be crossed.',
  quantity: 'count',
  unit: 'bridges',
  apart: 'missing en: Bridges are no people.\r\nmissing uk: Мости не люди.',
  back: '/desk/codebook',
};

test('a unit and a metric are added by forms, and a new definition is a new version', async () => {
  const desk = await signedIn();
  const here = '/desk/codebook';
  const unit = { id: 'bridges', singular: 'bridge', plural: 'bridges\nuk: мостів', back: here };
  expect((await desk.form(`${here}/units`, unit)).status).toBe(303);
  expect((await desk.form(`${here}/metrics`, FIELDS)).status).toBe(303);
  expect(await versionsOf('bridges-down')).toMatchObject([
    {
      version: 1,
      label: { en: 'Bridges down', uk: 'Зруйновані мости' },
      apart: [{ metric: 'missing', why: { en: 'Bridges are no people.', uk: 'Мости не люди.' } }],
    },
  ]);
  const own = await desk.page(`${here}/metrics/bridges-down`);
  expect(own).toContain('uk: Зруйновані мости');
  expect((await desk.form(`${here}/metrics`, { ...FIELDS, definition: 'Bridges that fell.' })).status).toBe(
    303,
  );
  expect(await versionsOf('bridges-down')).toMatchObject([{ version: 1 }, { version: 2 }]);
  const list = await desk.page(here);
  for (const shown of ['Bridges that fell.', 'bridges', 'Killed']) expect(list).toContain(shown);
});

test('what is refused says why and which field, and changes nothing', async () => {
  const desk = await signedIn();
  const refused = await desk.form('/desk/codebook/metrics', { ...FIELDS, id: 'other', unit: 'ghosts' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toMatch(/unit: There is no unit .* or at the desk, or give a currency/);
  expect(await versionsOf('other')).toBeUndefined();
  expect((await desk.ask('/desk/codebook/metrics/ghosts')).status).toBe(404);
});

test('is the editors’', async () => {
  const roles = JSON.stringify({ 'moderator@paper.example': ['moderator'] });
  const desk = openDesk({ access: async (email) => ({ ok: true, email, session: 'x' }), roles });
  desk.assertion = 'moderator@paper.example';
  expect((await desk.ask('/desk/codebook')).status).toBe(403);
});
