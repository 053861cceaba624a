// Gives each test file inside workerd a database with every migration applied.
// Storage is isolated per file, not per test: a test that needs an empty table makes it so, or uses its own topic.
import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
