// A database that refuses what a test chooses, until it is mended: the statement, or the whole batch that holds it.

/** `refuses` is asked with each statement's SQL as it is about to run. */
export function refusingDb(
  real: D1Database,
  refuses: (sql: string) => boolean,
): { db: D1Database; mend: () => void } {
  let mended = false;
  const texts = new WeakMap<object, string>();
  const check = (sql: string) => {
    if (!mended && refuses(sql)) throw new Error(`D1_ERROR: refused for the test: ${sql.slice(0, 60)}`);
  };
  const wrap = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name === 'bind') return (...values: unknown[]) => wrap(target.bind(...values), sql);
        return async (...given: unknown[]) => {
          check(sql);
          return (value as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
    texts.set(proxy, sql);
    raw.set(proxy, statement);
    return proxy;
  };
  const raw = new WeakMap<object, D1PreparedStatement>();
  const db = new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql), sql);
      if (name === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          for (const statement of statements) check(texts.get(statement) ?? '');
          return target.batch(statements.map((statement) => raw.get(statement) ?? statement));
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    db,
    mend: () => {
      mended = true;
    },
  };
}
