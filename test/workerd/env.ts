// The bindings that a test inside workerd sees: the Worker's own, and the migrations that its set-up applies.
import type { D1Migration } from 'cloudflare:test';
import type worker from '../../src/worker.ts';

type WorkerEnv = Parameters<typeof worker.fetch>[1];

declare global {
  interface ImportMeta {
    /** Vite reads the files that a pattern names when it bundles. */
    glob<T>(pattern: string, options: { eager: true; import: 'default'; query?: string }): Record<string, T>;
  }

  namespace Cloudflare {
    interface Env extends WorkerEnv {
      TEST_MIGRATIONS: D1Migration[];
    }
    interface GlobalProps {
      mainModule: typeof import('../../src/worker.ts');
    }
  }
}
