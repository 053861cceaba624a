// Ports of this machine: whether one is free, and a pair that is.
import { createServer } from 'node:net';
import { CommandRefusal } from './project.ts';

/** Refuses, in one sentence, a port that another program is listening on. */
export async function refuseTakenPort(port: number): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new CommandRefusal(`PORT must be a whole number from 1 to 65534, not ${port}.`);
  if (!(await isFree(port)))
    throw new CommandRefusal(
      `Port ${port} is taken: stop what listens there, or choose another with PORT=NUMBER.`,
    );
}

/** Below the ports that systems hand out by themselves (Linux from 32768, others from 49152), which a start may use up meanwhile. */
const FIRST = 12_000;
const LAST = 32_000;

/** A port that is free now and whose next one is free too, where no program is given one by chance. */
export async function freePortPair(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  // A program may hold only one of the two loopback addresses; a machine without IPv6 cannot be asked for the other.
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(true);
      else reject(error);
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
