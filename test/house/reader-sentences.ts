// The sentences that stand in the product's own code, as the compiler's syntax tree has them.
import { relative, sep } from 'node:path';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { inProject, ROOT } from '../../src/cli/project.ts';

export interface Sentence {
  /** From the project's folder, with forward slashes. */
  path: string;
  text: string;
  /** Text of a page itself, not of an attribute or an expression. */
  isBetweenTags: boolean;
}

/** Two words beside each other: the least that a reader would read as language. */
const WORDS = /\p{L}{2,}[’']?\p{L}* \p{L}+/u;

const TEXTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.JsxText,
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
]);

/** Attributes and fields whose words are for programs: classes, headers, drawings, styles. */
const TECHNICAL = /^(class|style|d|content|allow|sandbox|rel|viewBox|transform|accept|points)$/;

/** Every text of two words or more in these projects' files, in the order in which they stand. */
export function sentencesIn(configs: readonly string[]): Sentence[] {
  const compiler = new API({ cwd: ROOT });
  try {
    const found = new Map<string, Sentence[]>();
    const snapshot = compiler.updateSnapshot({ openProjects: configs.map(inProject) });
    for (const project of snapshot.getProjects()) {
      for (const name of project.rootFiles) {
        const path = relative(ROOT, name).split(sep).join('/');
        const file = project.program.getSourceFile(name);
        if (file && /^(src|widget)\//.test(path) && !path.endsWith('.d.ts'))
          found.set(path, textsOf(file, path));
      }
    }
    return [...found.values()].flat();
  } finally {
    compiler.close();
  }
}

function textsOf(node: Node, path: string): Sentence[] {
  const here: Sentence[] = [];
  const visit = (child: Node): undefined => {
    if (isForPrograms(child)) return undefined;
    if (TEXTS.has(child.kind)) {
      const text = ((child as { text?: string }).text ?? '').replace(/\s+/g, ' ').trim();
      if (WORDS.test(text)) here.push({ path, text, isBetweenTags: child.kind === SyntaxKind.JsxText });
    }
    child.forEachChild(visit);
    return undefined;
  };
  node.forEachChild(visit);
  return here;
}

/** What is thrown or logged is for whoever keeps the site; what is imported, typed or drawn is no language. */
function isForPrograms(node: Node): boolean {
  const named = (node as { name?: { text?: string } }).name?.text ?? '';
  switch (node.kind) {
    case SyntaxKind.ThrowStatement:
    case SyntaxKind.ImportDeclaration:
    case SyntaxKind.ExportDeclaration:
    case SyntaxKind.LiteralType:
      return true;
    case SyntaxKind.JsxAttribute:
      return TECHNICAL.test(named);
    case SyntaxKind.CallExpression:
      return /^console\./.test(calledBy(node));
    default:
      return false;
  }
}

function calledBy(node: Node): string {
  const { expression } = node as {
    expression?: { expression?: { text?: string }; name?: { text?: string } };
  };
  return `${expression?.expression?.text ?? ''}.${expression?.name?.text ?? ''}`;
}
