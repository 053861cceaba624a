// Reads the product's own source files and what each of them imports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { ROOT } from '../../src/cli/project.ts';

export type Import = {
  /** A path from the project's folder for a relative import, else the package as it is written. */
  target: string;
  relative: boolean;
  /** Gone before the code runs. */
  typeOnly: boolean;
};

export type SourceFile = { path: string; text: string; imports: Import[] };

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[\w*$\s{},]*?\s*from\s*)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g;

/** Every .ts and .tsx file of src/ and widget/, paths with forward slashes from the project's folder. */
export function readSources(): SourceFile[] {
  return ['src', 'widget'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readSource(`${folder}/${name.split(sep).join('/')}`)),
  );
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, imports: importsOf(path, text) };
}

/** The imports and re-exports of one file's text. */
export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  for (const [statement, type, target] of text.matchAll(STATEMENT)) {
    if (target !== undefined)
      found.push(toImport(path, target, type !== undefined || namesOnlyTypes(statement)));
  }
  for (const [, target] of text.matchAll(DYNAMIC)) {
    if (target !== undefined) found.push(toImport(path, target, false));
  }
  return found;
}

/** `import { type A, type B } from` names nothing that is left when the code runs. */
function namesOnlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/
    .exec(statement)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  const outside = statement.replace(/\{[^}]*\}/, '').replace(/^(import|export)|from\s*'.*$/g, '');
  if (names === undefined || /\w/.test(outside)) return false;
  const given = names.filter((name) => name !== '');
  return given.length > 0 && given.every((name) => name.startsWith('type '));
}

function toImport(path: string, target: string, typeOnly: boolean): Import {
  if (!target.startsWith('.')) return { target, relative: false, typeOnly };
  const resolved = relative('.', normalize(join(dirname(path), target)));
  return { target: resolved.split(sep).join('/'), relative: true, typeOnly };
}
