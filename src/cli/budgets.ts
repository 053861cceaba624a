// Holds what is served and what is uploaded to their sizes; run it after `npm run deploy -- --dry-run`.
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CommandRefusal, inProject, runCommand } from './project.ts';
import { measureWorker } from './worker-size.ts';

/** Bytes. The widget's is the promise to host pages; the Worker's is the free plan's limit. */
const BUDGETS = { widget: 6_000, worker: 3_000_000 };

await runCommand(async () => {
  if (!existsSync(inProject('dist/worker')))
    throw new CommandRefusal('There is nothing to measure yet: run `npm run deploy -- --dry-run` first.');
  const sizes = {
    widget: (await stat(inProject('dist/embed.js.br'))).size,
    worker: (await measureWorker()).gzip,
  };
  console.log(`The widget: ${sizes.widget} of ${BUDGETS.widget} bytes with Brotli.`);
  console.log(`The Worker: ${sizes.worker} of ${BUDGETS.worker} bytes with gzip.`);
  const over = (['widget', 'worker'] as const).filter((what) => sizes[what] > BUDGETS[what]);
  if (over.length > 0) throw new CommandRefusal(`OVER BUDGET: ${over.join(' and ')}.`);
});
