/** `npm run data:lock`: seals new and corrected records; refuses a record that changed without a reason. */
import { writeFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { FileRecord } from '../validation/record-file.ts';
import { checkData } from './check-data.ts';
import { LOCK, readData } from './data-files.ts';
import { lockOf } from './record-lock.ts';

const failures = (await checkData()).filter((line) => !line.includes('npm run data:lock'));
if (failures.length > 0) {
  console.error(failures.join('\n'));
  process.exit(1);
}
const { topics } = await readData();
const seals = topics.flatMap(({ slug, files }) =>
  files.flatMap(({ records }) =>
    (records as z.input<typeof FileRecord>[]).map(
      (record) => [`${slug}/${record.id}`, lockOf(record)] as const,
    ),
  ),
);
await writeFile(LOCK, `${JSON.stringify(Object.fromEntries(seals.sort()), null, 2)}\n`);
console.log(`Sealed ${seals.length} records in ${LOCK}.`);
