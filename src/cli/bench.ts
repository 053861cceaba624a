// `npm run bench`: runs every file of test/bench in turn, and prints each measure beside its baseline.
import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { buildAll } from './build.ts';
import { inProject, runCommand } from './project.ts';

/** One line of the table: ours and the baseline were measured in the same run, in `unit`; `ratio` is ours over it. */
export type BenchRow = { what: string; ours: number; baseline: number; ratio: number; unit: string };

export type Bench = { name: string; run: () => Promise<BenchRow[]> };

await runCommand(async () => {
  await buildAll();
  const folder = inProject('test/bench');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  const rows: BenchRow[] = [];
  for (const file of files) {
    const bench = (await import(pathToFileURL(`${folder}/${file}`).href)) as Bench;
    console.log(`${bench.name} ...`);
    rows.push(...(await bench.run()));
  }
  if (rows.length === 0) console.log('There is no benchmark in test/bench.');
  else console.log(`\n${table(rows)}`);
});

function table(rows: BenchRow[]): string {
  const cells = [
    ['what', 'ours', 'baseline', 'ratio', 'unit'],
    ...rows.map(({ what, ours, baseline, ratio, unit }) => [
      what,
      figure(ours),
      figure(baseline),
      ratio.toFixed(2),
      unit,
    ]),
  ];
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column >= 1 && column <= 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, '-'.repeat(Math.max(...lines.map((line) => line.length))));
  return lines.join('\n');
}

function figure(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
}
