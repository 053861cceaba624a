// What the AMP validator says of a page, as JSON; the validator itself comes with a release of Next that carries it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import validator from 'amphtml-validator';

const rules = createRequire(import.meta.url).resolve(
  'amp-validator-of-next/dist/compiled/amphtml-validator/validator_wasm.js',
);
const instance = await validator.getInstance(rules);
process.stdout.write(JSON.stringify(instance.validateString(await readFile(process.argv[2], 'utf8'))));
