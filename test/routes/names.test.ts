// What a reader may be called: nothing that speaks for this site; changed at a pace, in the open for moderators.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { openDesk } from '../workerd/desk.ts';
import { openFlood } from '../workerd/flood.ts';
import { after, type MailSite, openMailSite, signIn } from '../workerd/mail-site.ts';
import { send, TOKEN } from '../workerd/site.ts';

const TOPIC = 'names-talk';
beforeAll(() => openFlood(TOPIC));

interface Item {
  id: string;
  name: string | null;
  author: string | null;
  staff: boolean;
  body: string | null;
}
const shown = async (site: MailSite) => {
  const response = await site.ask(`/v1/topics/${TOPIC}/comments`);
  return ((await response.json()) as { items: Item[] }).items;
};

async function reader(site: MailSite, name: string, approved = 5) {
  const email = `${crypto.randomUUID()}@example.org`;
  const { cookie, token } = await signIn(site, email, name);
  await env.DB.prepare('UPDATE readers SET approved = ? WHERE email = ?').bind(approved, email).run();
  const row = await env.DB.prepare('SELECT id FROM readers WHERE email = ?')
    .bind(email)
    .first<{ id: string }>();
  const id = row?.id ?? '';
  const rename = (to: string) => site.post('/readers/name', { token, name: to }, { cookie });
  const write = async (body: string, extra: object = {}, headers: Record<string, string> = {}) => {
    const sent = { body, ...extra };
    const response = await site.postJson(`/v1/topics/${TOPIC}/comments`, sent, {
      Cookie: cookie,
      ...headers,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const me = async () => (await site.ask('/readers/me', { headers: { Cookie: cookie } })).text();
  return { id, email, cookie, token, rename, write, me };
}

test.for(['By Source', 'Мoderator', 'The Editors', 'Ѕtaff', 'by-source.test'])(
  'nobody signs in as %s, nor takes the name later',
  async (name) => {
    const site = openMailSite();
    const asked = await site.postJson('/v1/readers', { email: 'mimic@example.org', name });
    expect(asked.status).toBe(422);
    expect(((await asked.json()) as { errors: object[] }).errors).toMatchObject([{ path: 'name' }]);
    expect(site.mails).toEqual([]);
    await site.postJson('/v1/readers', { email: 'mimic@example.org', name: '' });
    expect((await site.post(site.linkTo('mimic@example.org'), { name })).status).toBe(422);
    const jane = await reader(site, 'Jane');
    expect((await jane.rename(name)).status).toBe(422);
    expect(await jane.me()).toContain('>Jane<');
  },
);

test('the operator’s own name is the operator’s', async () => {
  const site = openMailSite({ origin: 'https://figures.example' });
  for (const name of ['figures.example', 'Fіgures', 'FIGURES EXAMPLE'])
    expect((await site.postJson('/v1/readers', { email: 'op@example.org', name })).status).toBe(422);
  expect((await site.postJson('/v1/readers', { email: 'op@example.org', name: 'Figgy' })).status).toBe(202);
});

test('a trusted reader is renamed at once, keeps their author’s id, and both names stand in the desk’s log', async () => {
  const site = openMailSite();
  const mary = await reader(site, 'Mary');
  await mary.write('Before.');
  const [before] = await shown(site);
  expect(before?.author).toMatch(/^[0-9a-f]{16}$/);
  expect(before?.author).not.toBe(mary.id);
  expect((await mary.rename('Marie')).status).toBe(303);
  const [renamed] = await shown(site);
  expect(renamed).toMatchObject({ name: 'Marie', author: before?.author });
  const desk = openDesk();
  await desk.signIn();
  for (const path of ['/desk/log', `/desk/readers/${mary.id}`]) {
    const page = await desk.page(path);
    expect([path, page.includes('Mary'), page.includes('Marie')]).toEqual([path, true, true]);
  }
});

test('two readers of one name are two authors', async () => {
  const site = openMailSite();
  const [one, two] = [await reader(site, 'Same'), await reader(site, 'Same')];
  await one.write('One.');
  await two.write('Two.');
  const authors = (await shown(site)).filter(({ name }) => name === 'Same').map(({ author }) => author);
  expect(new Set(authors).size).toBe(2);
});

test('names change at a pace, and not while suspended', async () => {
  const site = openMailSite();
  const quick = await reader(site, 'Quick');
  for (const name of ['Quick One', 'Quick Two']) expect((await quick.rename(name)).status).toBe(303);
  const third = await quick.rename('Quick Three');
  expect([third.status, Number(third.headers.get('Retry-After')) > 80_000]).toEqual([429, true]);
  expect(await third.text()).toContain('You changed the name 2 times within a day');
  site.at = after(site.at, 24 * 60 + 1);
  expect((await quick.rename('Quick Three')).status).toBe(303);
  await send(`/v1/readers/${quick.id}/suspend`, { reason: 'A test.' });
  site.at = after(site.at, 24 * 60 + 1);
  const suspended = await quick.rename('Quick Four');
  expect([suspended.status, (await suspended.text()).includes('suspended')]).toEqual([403, true]);
  expect(await quick.me()).toContain('Quick Three');
});

test('a new reader’s new name waits for a moderator, who may refuse it', async () => {
  const site = openMailSite();
  const fresh = await reader(site, 'Fresh', 0);
  expect((await fresh.rename('Fresher')).status).toBe(303);
  const me = await fresh.me();
  expect(me).toContain('<bdi class="name">Fresh</bdi>');
  expect(me).toContain('<bdi>Fresher</bdi>');
  const desk = openDesk();
  await desk.signIn();
  expect(await desk.page('/desk')).toContain('Names that readers want');
  expect(await desk.page('/desk/names')).toContain('Fresher');
  const refused = await desk.form(`/desk/names/${fresh.id}`, { verdict: 'refused', reason: 'Too fresh.' });
  expect(refused.status).toBe(303);
  expect(await fresh.me()).not.toContain('<bdi>Fresher</bdi>');
  expect((await fresh.rename('Freshest')).status).toBe(303);
  const approved = await send(`/v1/readers/${fresh.id}/approve-name`, {});
  expect([approved.status, approved.body]).toEqual([200, { id: fresh.id, name: 'Freshest' }]);
  expect(await fresh.me()).toContain('<bdi class="name">Freshest</bdi>');
  expect((await send(`/v1/readers/${fresh.id}/approve-name`, {})).status).toBe(409);
  const log = await desk.page('/desk/log');
  for (const words of ['“Fresh” → “Fresher”', 'refused “Fresher”', 'Too fresh.', 'approved “Freshest”'])
    expect(log).toContain(words);
});

test('a wish that waits is taken back by asking for the old name', async () => {
  const site = openMailSite();
  const fresh = await reader(site, 'Still Me', 0);
  await fresh.rename('Somebody Else');
  expect((await fresh.rename('Still Me')).status).toBe(303);
  expect(await fresh.me()).not.toContain('Somebody Else');
  expect((await send(`/v1/readers/${fresh.id}/approve-name`, {})).status).toBe(409);
});

test('who proves it at the desk writes with a mark that no name and no field can make', async () => {
  const site = openMailSite();
  const ed = await reader(site, 'Edda', 0);
  const bearer = { Authorization: `Bearer ${TOKEN}` };
  expect((await ed.write('I speak for us.', { staff: true })).status).toBe(403);
  expect((await ed.write('So do I.', { staff: true }, { Authorization: 'Bearer wrong' })).status).toBe(403);
  const spoken = await ed.write('We mended this.', { staff: true }, bearer);
  expect(spoken.body).toMatchObject({ state: 'approved', staff: true, name: 'Edda' });
  expect((await ed.write('And this as myself.', {}, bearer)).body).toMatchObject({
    state: 'pending',
    staff: false,
  });
  const items = await shown(site);
  expect(items.filter(({ staff }) => staff).map(({ body }) => body)).toEqual(['We mended this.']);
  const html = await (await site.ask(`/t/${TOPIC}`)).text();
  expect(html.match(/<strong class="staff">/g)).toHaveLength(1);
  expect(await (await site.ask(`/t/${TOPIC}`, { headers: { Cookie: ed.cookie } })).text()).not.toContain(
    'name="staff"',
  );
  const desk = openDesk();
  await desk.signIn();
  const both = `${ed.cookie}; ${desk.cookie}`;
  const form = await desk.ask(`/t/${TOPIC}`, { headers: { Cookie: both } });
  expect(form.status).toBe(200);
});
