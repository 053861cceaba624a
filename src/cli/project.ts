// Where things lie in this project's folder, whatever folder a command was called from.
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The absolute path of a file given relative to the project's folder. */
export function inProject(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** A failure that its sentence explains in full: printed without a stack. */
export class CommandRefusal extends Error {}

/** Runs a command's main function; a refusal is one sentence on stderr and exit code 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof CommandRefusal ? error.message : error);
    process.exitCode = 1;
  }
}
