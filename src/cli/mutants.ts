// The list of one-line breakages: what each changes, and why it can no longer be tried.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { inProject } from './project.ts';

export const MUTANTS = 'test/mutants';

export interface Mutant {
  /** What is broken, from the project's folder. */
  file: string;
  /** Stands exactly once in the file. */
  find: string;
  replace: string;
  /** What a reader, an editor or a sender of mail would come to harm by. */
  why: string;
  /** Test files of which at least one must fail. */
  tests: readonly string[];
}
export interface RoomMutant extends Mutant {
  /** The file of the list that it stands in, without its ending. */
  room: string;
}

/** Every mutant, room by room. */
export async function readMutants(): Promise<RoomMutant[]> {
  const names = readdirSync(inProject(MUTANTS)).filter((name) => name.endsWith('.ts'));
  const rooms = await Promise.all(
    names.sort().map(async (name) => {
      const { mutants } = (await import(pathToFileURL(inProject(`${MUTANTS}/${name}`)).href)) as {
        mutants: readonly Mutant[];
      };
      return mutants.map((mutant) => ({ ...mutant, room: name.replace(/\.ts$/, '') }));
    }),
  );
  return rooms.flat();
}

/** The same for the same breakage under the same tests, so that its outcome can be kept. */
export const keyOf = ({ file, find, replace, tests }: Mutant): string =>
  createHash('sha256')
    .update(JSON.stringify([file, find, replace, tests]))
    .digest('hex')
    .slice(0, 16);

/** The file's text with the breakage in it. */
export const broken = (text: string, { find, replace }: Mutant): string => text.replace(find, () => replace);

/** Why a mutant cannot be tried, in a sentence, or null. */
export async function faultOf(mutant: Mutant): Promise<string | null> {
  const { file, find, replace, tests } = mutant;
  if (!existsSync(inProject(file))) return `There is no ${file}.`;
  const text = readFileSync(inProject(file), 'utf8');
  const times = text.split(find).length - 1;
  if (times !== 1) return `In ${file} this stands ${times} times, not once: ${find}`;
  if (find === replace) return `In ${file} this changes nothing: ${find}`;
  const lost = tests.find((path) => !existsSync(inProject(path)));
  if (tests.length === 0 || lost !== undefined) return `For ${file} there is no test ${lost ?? 'named'}.`;
  if (!/\.tsx?$/.test(file)) return null;
  return transform(broken(text, mutant), { loader: 'tsx', jsx: 'automatic' }).then(
    () => null,
    () => `In ${file} this is no longer code: ${replace}`,
  );
}
