// `npm run check`: types, lint and format, the house's own rules, and every record in data/.
import { spawn } from 'node:child_process';
import { checkData } from './check-data.ts';
import { checkReadingRules } from './check-reading-rules.ts';
import { inProject, ROOT, runCommand } from './project.ts';

type Check = { name: string; run: () => Promise<{ ok: boolean; output: string }> };

const CHECKS: Check[] = [
  { name: 'types', run: () => runTool('typescript/bin/tsc', ['-b', '--pretty', 'false']) },
  {
    name: 'lint and format',
    run: () =>
      runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=none']),
  },
  {
    name: 'house rules',
    run: () => runTool('vitest/vitest.mjs', ['run', '--project', 'rules', '--reporter', 'dot', 'test/house']),
  },
  {
    name: 'data',
    run: async () => {
      const failures = [...(await checkReadingRules()), ...(await checkData())];
      return { ok: failures.length === 0, output: failures.join('\n') };
    },
  },
];

/** Runs a tool that is installed in node_modules under this very Node, and keeps what it prints. */
function runTool(script: string, args: string[]): Promise<{ ok: boolean; output: string }> {
  const child = spawn(process.execPath, [inProject(`node_modules/${script}`), ...args], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ok: code === 0, output: output.trim() }));
  });
}

await runCommand(async () => {
  const results = await Promise.all(
    CHECKS.map(async ({ name, run }) => {
      try {
        return { name, ...(await run()) };
      } catch (error) {
        return {
          name,
          ok: false,
          output: error instanceof Error ? (error.stack ?? error.message) : String(error),
        };
      }
    }),
  );
  for (const { name, ok, output } of results) {
    console.log(ok ? `ok      ${name}` : `FAILED  ${name}\n\n${output}\n`);
  }
  if (results.some(({ ok }) => !ok)) process.exitCode = 1;
});
