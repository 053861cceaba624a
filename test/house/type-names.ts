// Every interface, type alias, class and enum that the product's own files declare, as the compiler knows them.
import { relative, sep } from 'node:path';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { inProject, ROOT } from '../../src/cli/project.ts';

const DECLARING: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.EnumDeclaration,
]);

export interface TypeNames {
  /** Each with the files that declare it. */
  names: ReadonlyMap<string, string[]>;
  /** Every file looked at. */
  files: ReadonlySet<string>;
}

/** The type names of these projects; paths from the project's folder, with forward slashes. */
export function typeNames(configs: readonly string[]): TypeNames {
  const compiler = new API({ cwd: ROOT });
  try {
    const found = new Map<string, Set<string>>();
    const files = new Set<string>();
    const snapshot = compiler.updateSnapshot({ openProjects: configs.map(inProject) });
    for (const project of snapshot.getProjects()) {
      for (const name of project.rootFiles) {
        const path = relative(ROOT, name).split(sep).join('/');
        if (!/^(src|widget)\//.test(path) || path.endsWith('.d.ts')) continue;
        files.add(path);
        for (const statement of project.program.getSourceFile(name)?.statements ?? []) {
          const named = (statement as { name?: { text?: string } }).name?.text;
          if (named === undefined || !DECLARING.has(statement.kind)) continue;
          found.set(named, (found.get(named) ?? new Set()).add(path));
        }
      }
    }
    return { names: new Map([...found].map(([name, paths]) => [name, [...paths].sort()])), files };
  } finally {
    compiler.close();
  }
}
