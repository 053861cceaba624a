// Gives each test file inside workerd a database with every migration applied and the reviewed codebook in it.
// Storage is isolated per file, not per test: a test that needs an empty table makes it so, or uses its own topic.
import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { storeCodebook } from '../../src/store/codebook.ts';
import { CODEBOOK } from '../domain/codebook.ts';

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
await env.DB.batch(
  storeCodebook(env.DB, {
    revision: 1,
    at: '2026-01-01T00:00:00.000Z',
    actor: 'data',
    metrics: [...CODEBOOK.metrics.values()],
    units: [...CODEBOOK.units.values()],
  }),
);
