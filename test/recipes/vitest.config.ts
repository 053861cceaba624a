// The snippets in real site builders and frameworks, by themselves: they bring packages of their own.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'recipes',
    root: fileURLToPath(new URL('../../', import.meta.url)),
    environment: 'node',
    include: ['test/recipes/*.test.ts'],
    globalSetup: ['test/recipes/install.setup.ts', 'test/browser/product.setup.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
