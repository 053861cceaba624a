// The embed suite in other engines, by itself: it needs browsers that the machine may not have.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'engines',
    root: fileURLToPath(new URL('../../', import.meta.url)),
    environment: 'node',
    include: ['test/engines/*.test.ts'],
    globalSetup: ['test/browser/product.setup.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
