// Ports: a taken one is refused in one sentence, on either loopback address; a free pair is free.

import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { freePortPair, refuseTakenPort } from '../../src/cli/ports.ts';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
});

test('a taken port is refused', async () => {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await expect(refuseTakenPort(port)).rejects.toThrow(`Port ${port} is taken`);
});

test.for([0, -1, 1.5, 65_535, Number.NaN])('%d is no port to start on', async (port) => {
  await expect(refuseTakenPort(port)).rejects.toThrow('PORT must be a whole number');
});

test('a free pair can be listened on, and is none that a system hands out by itself', async () => {
  const port = await freePortPair();
  expect(port + 1).toBeLessThan(32_768);
  await expect(refuseTakenPort(port)).resolves.toBeUndefined();
  await expect(refuseTakenPort(port + 1)).resolves.toBeUndefined();
});
