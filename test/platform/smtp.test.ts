// SMTP against a server that follows a script: what it says at each step decides whether the mail may go again.
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { Mail } from '../../src/domain/digest/mail.ts';
import type { Sent } from '../../src/platform/mail/mailer.ts';
import { sealedName } from '../../src/platform/mail/message-name.ts';
import { smtpMailer } from '../../src/platform/mail/smtp.ts';

const SECRET = 'link-secret-of-the-tests';

const mail: Mail = {
  to: 'reader@readers.test',
  from: 'Größen, nach Quelle <digest@by-source.test>',
  subject: 'Ministry A: “400 – 500”, was “300”, a subject too long for one encoded word',
  html: '<p>400</p>',
  text: '.a line that begins with a full stop\n400',
  headers: { 'List-Id': 'By Source <digest.by-source.test>' },
};

type Step = 'cut' | 'hang' | string;

/** Replies in order; the body counts as one command. What was said to the server is kept. */
async function talk(
  steps: Step[],
  changed: Partial<Mail> = {},
): Promise<{ sent: Sent; heard: string[]; body: string }> {
  const heard: string[] = [];
  let body = '';
  const mailer = smtpMailer({
    host: 'smtp.test',
    port: 587,
    tls: 'none',
    user: 'user',
    password: 'pass',
    rate: 1,
    linkSecret: SECRET,
    answerWithin: 200,
    connect: () => {
      const toClient = new TransformStream<Uint8Array, Uint8Array>();
      const writer = toClient.writable.getWriter();
      const encoder = new TextEncoder();
      const reply = async (): Promise<void> => {
        const step = steps.shift();
        if (step === 'hang' || step === undefined) return;
        if (step === 'cut') return writer.close();
        await writer.write(encoder.encode(`${step.replaceAll('\n', '\r\n')}\r\n`));
      };
      let inBody = false;
      let pending = '';
      const decoder = new TextDecoder();
      const writable = new WritableStream<Uint8Array>({
        start: () => void reply(),
        write(chunk) {
          pending += decoder.decode(chunk);
          for (;;) {
            const end = inBody ? pending.indexOf('\r\n.\r\n') + 3 : pending.indexOf('\r\n');
            if (end < (inBody ? 3 : 0)) return;
            const said = pending.slice(0, end);
            pending = pending.slice(end + 2);
            if (inBody) body = said;
            else heard.push(said);
            inBody = !inBody && said === 'DATA' && /^354/.test(steps[0] ?? '');
            if (said !== 'QUIT') void reply();
          }
        },
      });
      return { readable: toClient.readable, writable, startTls: unused, close: async () => undefined };
    },
  });
  const sent = await mailer.send({ ...mail, ...changed }, 'run/reader_1');
  return { sent, heard, body };
}
const unused = (): never => {
  throw new Error('not here');
};

const HELLO = ['220 smtp.test', '250-smtp.test\n250-SIZE 1000\n250 AUTH PLAIN', '235 in'];
const ready = [...HELLO, '250 ok', '250 ok', '354 go on'];

test('a mail taken: the whole conversation, and a message that reads as it was meant', async () => {
  const { sent, heard, body } = await talk([...ready, '250 2.0.0 queued as 42']);
  expect(sent).toEqual({ kind: 'accepted', id: '2.0.0 queued as 42' });
  expect(heard.slice(0, 5)).toEqual([
    'EHLO by-source.test',
    `AUTH PLAIN ${btoa('\0user\0pass')}`,
    'MAIL FROM:<digest@by-source.test>',
    'RCPT TO:<reader@readers.test>',
    'DATA',
  ]);
  expect(body).toContain('\r\n..a line that begins');
  expect(body).toMatch(/Message-ID: <run\.reader_1\.[\w-]{22}@by-source\.test>/);
  expect(body).toMatch(/Subject: =\?UTF-8\?B\?[A-Za-z0-9+/=]+\?=\r\n =\?UTF-8\?B\?/);
  expect(body).toMatch(/From: =\?UTF-8\?B\?[A-Za-z0-9+/=]+\?= <digest@by-source\.test>/);
  for (const line of body.split('\r\n').slice(0, 6)) expect(line.length).toBeLessThan(79);
});

test('one multipart/alternative, a date with a numeric zone, and the words as they were written', async () => {
  const { body } = await talk([...ready, '250 ok'], {
    text: `Größe = 400 \n${'– '.repeat(60)}\n\n.`,
    html: '<p>a  b\t</p>\n.',
  });
  expect(body).not.toContain('multipart/mixed');
  expect(body.match(/^Content-Type: .*/gm)).toHaveLength(3);
  expect(body).toMatch(/^Date: \w{3}, \d{1,2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000\r$/m);
  for (const line of body.split('\r\n\r\n').slice(1).join().split('\r\n'))
    expect(line.length).toBeLessThan(77);
  expect(body).not.toMatch(/[ \t]\r\n/);
  const unstuffed = body.replace(/^\.\./gm, '.');
  const read = await PostalMime.parse(unstuffed);
  expect(read.text?.trimEnd()).toBe(`Größe = 400 \n${'– '.repeat(60)}\n\n.`);
  expect(read.html?.trimEnd()).toBe('<p>a  b\t</p>\n.');
  expect(read.subject).toBe(mail.subject);
});

test('the name of a mail is of this mail to this reader, and nobody else can make it', async () => {
  const { body } = await talk([...ready, '250 ok']);
  const name = /^Message-ID: (.*)\r$/m.exec(body)?.[1] ?? '';
  expect(await sealedName(SECRET, name, 'Reader@Readers.test')).toBe('run.reader_1');
  expect(await sealedName(SECRET, name, 'other@readers.test')).toBeNull();
  expect(await sealedName('another secret', name, mail.to)).toBeNull();
  expect(await sealedName(SECRET, name.replace('reader_1', 'reader_2'), mail.to)).toBeNull();
  expect(await sealedName(SECRET, '<a@b.test>', mail.to)).toBeNull();
});

test.for([
  ['closed before it says a word', ['cut'], 'later'],
  ['never greets', ['hang'], 'later'],
  ['too busy to greet', ['421 later'], 'later'],
  ['wrong password', [...HELLO.slice(0, 2), '535 no'], 'later'],
  ['sender refused for now', [...HELLO, '451 later'], 'later'],
  ['sender refused for good', [...HELLO, '550 5.7.1 not you'], 'later'],
  ['cut after the body', [...ready, 'cut'], 'unknown'],
  ['hanging after the body', [...ready, 'hang'], 'unknown'],
  ['nonsense after the body', [...ready, 'well, well'], 'unknown'],
] as const)('%s: %s, whoever the reader is', async ([, steps, kind]) => {
  const { sent } = await talk([...steps]);
  expect(sent.kind).toBe(kind);
  expect(sent).not.toHaveProperty('recipient');
});

test.for([
  ['recipient deferred', [...HELLO, '250 ok', '451 4.2.0 later']],
  ['greylisted', [...HELLO, '250 ok', '450 4.7.1 Greylisted, come back in five minutes']],
  ['full for now', [...HELLO, '250 ok', '452 4.2.2 mailbox full']],
  ['hung up at the recipient', [...HELLO, '250 ok', '421 4.7.0 try again later']],
  ['silent at the recipient', [...HELLO, '250 ok', 'hang']],
  ['cut before the body', [...HELLO, '250 ok', '250 ok', 'cut']],
  ['greylisted after the body', [...ready, '451 4.7.1 come back']],
] as const)('%s: this reader comes later, and no other waits', async ([, steps]) => {
  expect((await talk([...steps])).sent).toMatchObject({ kind: 'later', recipient: true });
});

const NOBODY = { recipient: true };
const LIKELY_NOBODY = { recipient: false, soft: true };
const OURS = { recipient: false };

test.for([
  ['550 5.1.1 no such user', NOBODY],
  ['550 5.1.1 <reader@readers.test>: Recipient address rejected: User unknown; see our spam policy', NOBODY],
  ['550 5.1.2 no such host', NOBODY],
  ['553 5.1.3 bad syntax', NOBODY],
  ['550 5.1.6 moved', NOBODY],
  ['556 5.1.10 takes no mail', NOBODY],
  ['550 5.2.1 disabled', NOBODY],
  ['550 no such user', NOBODY],
  ['550-Sorry,\n550 user unknown', NOBODY],
  ['550 #5.1.0 Address rejected.', LIKELY_NOBODY],
  ['552 5.2.2 over quota', LIKELY_NOBODY],
  ['550 5.4.4 no route', LIKELY_NOBODY],
  ['550 Requested action not taken: mailbox unavailable', LIKELY_NOBODY],
  ['550 5.7.1 not from you', OURS],
  ['550 5.7.26 unauthenticated', OURS],
  ['550 5.1.0 <digest@by-source.test>: Sender address rejected: User unknown', OURS],
  ['550 5.1.1 <digest@by-source.test>: user unknown', OURS],
  ['553 5.1.8 sender address does not exist', OURS],
  ['550 5.6.0 bad content', OURS],
  ['550 5.2.3 too long', OURS],
  ['550 blocked using zen.blocklist.example; no such user', OURS],
  ['550 Your IP 5.1.1.20 is listed', OURS],
  ['550 We do not accept mail from digest@by-source.test', OURS],
  ['550 rejected by policy', OURS],
  ['550 relaying denied', OURS],
  ['554 no', OURS],
] as const)('a recipient refused with "%s"', async ([said, blame]) => {
  const { sent } = await talk([...HELLO, '250 ok', said]);
  const { reason: _, ...rest } = sent as Extract<Sent, { kind: 'refused' }>;
  expect(rest).toEqual({ kind: 'refused', ...blame });
});

test('a body refused is no bounce of the address, unless its code says so', async () => {
  const refusal = (said: string) => talk([...ready, said]).then(({ sent }) => sent);
  for (const said of ['554 5.6.0 no', '554 5.7.1 spam', '550 user unknown', '552 too large'])
    expect(await refusal(said)).toMatchObject({ kind: 'refused', recipient: false });
  expect(await refusal('550 5.1.1 user unknown')).toMatchObject({ kind: 'refused', recipient: true });
});

test('a line break in an address never reaches the server', async () => {
  const { sent, heard } = await talk([...ready, '250 ok'], { to: 'a@b.test>\r\nRCPT TO:<c@d.test' });
  expect(sent.kind).toBe('later');
  expect(heard.join('\n')).not.toContain('c@d.test');
});
