// A site of files alone.
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export default { output: 'export', turbopack: { root }, outputFileTracingRoot: root };
