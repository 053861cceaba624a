// Nobody can use up the transactional mails of another: who asks pays first, by network, and one mailbox is one whatever its labels.
import { expect, test } from 'vitest';
import { MOST_BETWEEN, MOST_TO_ONE } from '../../src/app/readers/transactional-mail.ts';
import { type MailSite, openMailSite } from '../workerd/mail-site.ts';

const askFrom = (site: MailSite, from: string, email: string) =>
  site.postJson('/v1/readers', { email, name: 'Reader' }, { 'CF-Connecting-IP': from });
const mailsTo = (site: MailSite, email: string) => site.mails.filter(({ to }) => to === email).length;

test('a stranger who asks again and again leaves the owner of an address their transactional mails', async () => {
  const site = openMailSite();
  for (let n = 0; n < 20; n++) await askFrom(site, '192.0.2.20', 'owner@example.org');
  expect(mailsTo(site, 'owner@example.org')).toBe(MOST_BETWEEN);
  await askFrom(site, '198.51.100.1', 'owner@example.org');
  expect(mailsTo(site, 'owner@example.org')).toBe(MOST_BETWEEN + 1);
});

test('all addresses of a /64 are one stranger', async () => {
  const site = openMailSite();
  for (let n = 1; n <= 20; n++) await askFrom(site, `2001:db8:5:5::${n.toString(16)}`, 'six@example.org');
  expect(mailsTo(site, 'six@example.org')).toBe(MOST_BETWEEN);
  await askFrom(site, '2001:db8:5:6::1', 'six@example.org');
  expect(mailsTo(site, 'six@example.org')).toBe(MOST_BETWEEN + 1);
});

test('the labels of one address share its transactional mails', async () => {
  const site = openMailSite();
  for (let n = 1; n <= 20; n++)
    await site.postJson('/v1/readers', { email: `tag+${n}@example.org`, name: 'T' });
  expect(site.mails).toHaveLength(MOST_TO_ONE);
  await site.postJson('/v1/readers', { email: 'tag@example.org', name: 'T' });
  expect(mailsTo(site, 'tag@example.org')).toBe(0);
});

test('what a network is refused uses up nothing of the one it asks about', async () => {
  const site = openMailSite();
  for (let n = 0; n < 130; n++) await askFrom(site, `2001:db8:7:7::${n}`, `crowd${n}@example.org`);
  expect(site.mails).toHaveLength(120);
  for (let n = 0; n < 10; n++) await askFrom(site, '2001:db8:7:7::ffff', 'spared@example.org');
  for (const from of ['192.0.2.1', '192.0.2.2'])
    for (let n = 0; n < MOST_TO_ONE / 2; n++) await askFrom(site, from, 'spared@example.org');
  expect(mailsTo(site, 'spared@example.org')).toBe(MOST_TO_ONE);
});

test('an address with a host of another script is mailed at its A-labels, and is one reader with them', async () => {
  const site = openMailSite();
  for (const email of ['user@bücher.example', 'user@xn--bcher-kva.example'])
    expect((await site.postJson('/v1/readers', { email, name: 'U' })).status).toBe(202);
  expect(site.mails.map(({ to }) => to)).toEqual(Array(2).fill('user@xn--bcher-kva.example'));
});
