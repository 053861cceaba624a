// Prints how many tests passed and failed, from the runner's own reports; exit code 1 unless all is well.
import { existsSync, readFileSync } from 'node:fs';

const files = process.argv.slice(2);
const reports = files.map((file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null));
const lost = reports.filter((report) => report === null).length;
if (lost > 0 || reports.length === 0) console.error('A test runner left no report.');

const suites = reports.flatMap((report) => report?.testResults ?? []);
const tests = suites.flatMap((suite) => suite.assertionResults);
const count = (status) => tests.filter((test) => test.status === status).length;
// A file that does not load has no tests to fail, and is a failure all the same.
const broken = suites.filter(
  (suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed'),
);
for (const { name, message } of broken) console.error(`${name} failed as a whole: ${message}`);

const passed = count('passed');
const failed = count('failed') + broken.length + lost;
const skipped = tests.length - passed - count('failed');
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
