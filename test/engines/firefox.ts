// Firefox over WebDriver BiDi, which it speaks itself (W3C, WebDriver BiDi): a socket, numbered commands, events.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { findCommand, start } from './processes.ts';

/** Nothing outside this machine is asked for by the browser itself. */
const QUIET = `
user_pref("app.update.enabled", false);
user_pref("app.normandy.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "http://127.0.0.1:9");
user_pref("toolkit.telemetry.enabled", false);
`;

type Answer = {
  id?: number;
  type: string;
  result?: unknown;
  message?: string;
  method?: string;
  params?: unknown;
};

/** Starts Firefox with a profile of its own; null where the machine has none. */
export async function openFirefox(): Promise<Engine | null> {
  const command = findCommand('firefox-esr', 'firefox');
  if (command === null) return null;
  const profile = await mkdtemp(join(tmpdir(), 'by-source-firefox-'));
  await writeFile(join(profile, 'user.js'), QUIET);
  const browser = start(command, [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    '0',
  ]);
  const end = async (): Promise<void> => {
    await browser.end();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const [, address = ''] = await browser.line(/BiDi listening on (ws:\S+)/);
    return await session(`${address}/session`, end);
  } catch (error) {
    await end();
    throw error;
  }
}

async function session(address: string, end: () => Promise<void>): Promise<Engine> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`No BiDi at ${address}.`));
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  let noise: string[] = [];
  let last = 0;
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    else if (answer.method === 'log.entryAdded') {
      const { level, text } = answer.params as { level: string; text: string | null };
      // The browser asks for an icon by itself, which a strict page forbids it.
      if (level === 'error' && !text?.includes('/favicon.ico')) noise.push(text ?? '');
    }
  };
  const send = <T>(method: string, params: object): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, (answer) => {
        waiting.delete(id);
        if (answer.type === 'success') resolve(answer.result as T);
        else reject(new Error(`${method}: ${answer.message}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  const { capabilities } = await send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
  const context = contexts[0]?.context ?? '';
  const frameOf = async (number: number): Promise<string> => {
    const tree = await send<{ contexts: { children: { context: string }[] }[] }>('browsingContext.getTree', {
      root: context,
    });
    const found = tree.contexts[0]?.children[number]?.context;
    if (found === undefined) throw new Error(`The page has no frame ${number}.`);
    return found;
  };
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    async open(url) {
      noise = [];
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate<T>(expression: string, frame?: number) {
      const target = frame === undefined ? context : await frameOf(frame);
      const answer = await send<{
        type: string;
        result?: { value?: string };
        exceptionDetails?: { text: string };
      }>('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression})) ?? 'null')()`,
        target: { context: target },
        awaitPromise: true,
        resultOwnership: 'none',
      });
      if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
      return JSON.parse(answer.result?.value ?? 'null') as T;
    },
    width: async (width) => {
      await send('browsingContext.setViewport', { context, viewport: { width, height: 900 } });
    },
    noise: async () => noise,
    async screenshot() {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
    async close() {
      socket.close();
      await end();
    },
  };
}
