// Starts the real product for the browser tests, through the same code as `npm start`, with a folder of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePortPair } from '../../src/cli/ports.ts';
import { startProduct } from '../../src/cli/start.ts';
import { unpackChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product answers, without a slash at the end. */
    base: string;
    /** The address of a page on another origin that embeds the widget. */
    foreign: string;
    /** The editor's token; locally it carries every role. */
    token: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Once and before any test, so that no two test files unpack it at the same time.
  await unpackChromium();
  const state = await mkdtemp(join(tmpdir(), 'by-source-state-'));
  const product = await startProduct({
    port: await freePortPair(),
    state,
    say: (line) => console.log(`[product] ${line}`),
  });
  project.provide('base', product.base);
  project.provide('foreign', product.foreign);
  project.provide('token', product.token);
  return async () => {
    await product.stop();
    await rm(state, { recursive: true, force: true });
  };
}
