// Four kinds of test: rules under Node, storage and faces inside workerd, host pages in a browser, the commands.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { Watchdog } from './test/property/watchdog.ts';

const migrations = fileURLToPath(new URL('src/store/migrations', import.meta.url));

/** Safety nets, in milliseconds: a test waits for what it expects to see, never for a time. */
const nets = { testTimeout: 60_000, hookTimeout: 120_000, teardownTimeout: 30_000 };

export default defineConfig({
  test: {
    // Made for two cores; more workers only make each other slow.
    maxWorkers: 2,
    passWithNoTests: true,
    reporters: ['default', new Watchdog()],
    projects: [
      {
        test: {
          ...nets,
          name: 'rules',
          environment: 'node',
          include: ['test/{domain,validation,projections,data,widget,cli,house,adapters}/**/*.test.{ts,tsx}'],
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: existsSync(migrations) ? await readD1Migrations(migrations) : [],
                EDITOR_TOKEN: 'editor-token-of-the-tests',
                LINK_SECRET: 'link-secret-of-the-tests',
                COUNTS_SECRET: 'counts-secret-of-the-tests',
              },
            },
          })),
        ],
        test: {
          ...nets,
          name: 'worker',
          include: ['test/{store,routes,layout,platform,http,app}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/workerd/migrate.setup.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...nets,
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/product.setup.ts'],
          // Last and one file at a time: what a page measures must not depend on what else is running.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...nets,
          name: 'product',
          environment: 'node',
          include: ['test/product/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
