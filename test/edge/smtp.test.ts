// SMTP against a server that follows a script: what it says at each step decides whether the mail may go again.
import { expect, test } from 'vitest';
import type { Mail, Sent } from '../../src/edge/mail/mailer.ts';
import { smtpMailer } from '../../src/edge/mail/smtp.ts';

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
async function talk(steps: Step[], to = mail.to): Promise<{ sent: Sent; heard: string[]; body: string }> {
  const heard: string[] = [];
  let body = '';
  const mailer = smtpMailer({
    host: 'smtp.test',
    port: 587,
    tls: 'none',
    user: 'user',
    password: 'pass',
    rate: 1,
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
  const sent = await mailer.send({ ...mail, to }, 'run/reader_1');
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
  expect(body).toContain('Message-ID: <run.reader.1@by-source.test>');
  expect(body).toMatch(/Subject: =\?UTF-8\?B\?[A-Za-z0-9+/=]+\?=\r\n =\?UTF-8\?B\?/);
  expect(body).toMatch(/From: =\?UTF-8\?B\?[A-Za-z0-9+/=]+\?= <digest@by-source\.test>/);
  for (const line of body.split('\r\n').slice(0, 6)) expect(line.length).toBeLessThan(79);
});

test.for([
  ['closed before it says a word', ['cut'], 'later'],
  ['never greets', ['hang'], 'later'],
  ['too busy to greet', ['421 later'], 'later'],
  ['wrong password', [...HELLO.slice(0, 2), '535 no'], 'later'],
  ['sender refused for now', [...HELLO, '451 later'], 'later'],
  ['recipient deferred', [...HELLO, '250 ok', '451 4.2.0 later'], 'later'],
  ['cut before the body', [...HELLO, '250 ok', '250 ok', 'cut'], 'later'],
  ['deferred after the body', [...ready, '451 later'], 'later'],
  ['cut after the body', [...ready, 'cut'], 'unknown'],
  ['hanging after the body', [...ready, 'hang'], 'unknown'],
  ['nonsense after the body', [...ready, 'well, well'], 'unknown'],
] as const)('%s: %s', async ([, steps, kind]) => {
  expect((await talk([...steps])).sent.kind).toBe(kind);
});

test.for([
  ['550 5.1.1 no such user', true],
  ['550 no such user', true],
  ['550 5.7.1 not from you', false],
  ['554 no', false],
] as const)('a recipient refused with "%s"', async ([said, recipient]) => {
  const { sent } = await talk([...HELLO, '250 ok', said]);
  expect(sent).toMatchObject({ kind: 'refused', recipient });
});

test('a body refused is no bounce of the address', async () => {
  expect(await talk([...ready, '554 5.6.0 no']).then(({ sent }) => sent)).toMatchObject({
    kind: 'refused',
    recipient: false,
  });
});

test('a line break in an address never reaches the server', async () => {
  const { sent, heard } = await talk([...ready, '250 ok'], 'a@b.test>\r\nRCPT TO:<c@d.test');
  expect(sent.kind).toBe('later');
  expect(heard.join('\n')).not.toContain('c@d.test');
});
