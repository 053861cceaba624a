// WebKit (WebKitGTK) over its own driver, which speaks WebDriver (W3C, WebDriver 2): one HTTP request a command.
import { readdirSync } from 'node:fs';
import type { Engine } from './engine.ts';
import { findCommand, start } from './processes.ts';

/** The bare browser that WebKitGTK carries for its driver; its folder names the library's version. */
function findMiniBrowser(): string | null {
  const roots = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib'];
  const places = roots.flatMap((root) => {
    try {
      return readdirSync(root)
        .filter((name) => name.startsWith('webkit2gtk'))
        .map((name) => `${root}/${name}/MiniBrowser`);
    } catch {
      return [];
    }
  });
  return findCommand(...places);
}

/** Starts the driver, a screen where there is none, and a session; null where the machine lacks one of them. */
export async function openWebKit(): Promise<Engine | null> {
  const [command, binary, screen] = [findCommand('WebKitWebDriver'), findMiniBrowser(), findCommand('Xvfb')];
  if (command === null || binary === null || (screen === null && !process.env.DISPLAY)) return null;
  const ends: (() => Promise<void>)[] = [];
  const end = async (): Promise<void> => {
    for (const step of ends.splice(0).reverse()) await step();
  };
  try {
    let display = process.env.DISPLAY;
    if (display === undefined && screen !== null) {
      const shown = start(screen, ['-displayfd', '1', '-screen', '0', '1600x2000x24', '-nolisten', 'tcp']);
      ends.push(shown.end);
      display = `:${(await shown.line(/^(\d+)$/m))[1]}`;
    }
    const port = await freePort();
    const driver = start(command, [`--port=${port}`], { DISPLAY: display, GDK_BACKEND: 'x11' });
    ends.push(driver.end);
    return await session(`http://127.0.0.1:${port}`, binary, end);
  } catch (error) {
    await end();
    throw error;
  }
}

async function session(driver: string, binary: string, end: () => Promise<void>): Promise<Engine> {
  const call = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> => {
    const response = await fetch(driver + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  };
  const opened = await again(() =>
    call<{ sessionId: string; capabilities: { browserVersion: string } }>('POST', '/session', {
      capabilities,
    }),
  );
  const path = `/session/${opened.sessionId}`;
  await call('POST', `${path}/timeouts`, { script: 30_000, pageLoad: 60_000 });
  const evaluate = async <T>(expression: string, frame?: number): Promise<T> => {
    if (frame !== undefined) {
      await call('POST', `${path}/frame`, { id: frame });
      return evaluate<T>(expression).finally(() => call('POST', `${path}/frame`, { id: null }));
    }
    const script = `const done = arguments[0];
      Promise.resolve().then(async () => JSON.stringify(await (${expression})) ?? 'null')
        .then((text) => done({ text }), (error) => done({ error: String(error) }));`;
    const answer = await call<{ text?: string; error?: string }>('POST', `${path}/execute/async`, {
      script,
      args: [],
    });
    if (answer.text === undefined) throw new Error(answer.error);
    return JSON.parse(answer.text) as T;
  };
  return {
    name: `WebKitGTK ${opened.capabilities.browserVersion}`,
    open: async (url) => {
      await call('POST', `${path}/url`, { url });
    },
    evaluate,
    // The window's frame takes some of its width: asked for twice, the second time with what was missing.
    width: async (pixels) => {
      for (let asked = pixels; ; ) {
        await call('POST', `${path}/window/rect`, { width: asked, height: 1_000 });
        const missing = pixels - (await evaluate<number>('innerWidth'));
        if (missing === 0 || asked !== pixels) return;
        asked += missing;
      }
    },
    // WebDriver has no log of the console: the page's own listener, where one is set, is all there is.
    noise: () => evaluate<string[]>('window.noise ?? []'),
    async screenshot() {
      return Buffer.from(await call<string>('GET', `${path}/screenshot`), 'base64');
    },
    async close() {
      await call('DELETE', path).catch(() => undefined);
      await end();
    },
  };
}

/** The driver says nothing when it listens: asked until it answers. */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  const net = AbortSignal.timeout(20_000);
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (net.aborted || !(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
