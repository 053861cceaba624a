// A database that counts the rows D1 says it read and wrote, by D1's own meta.

/** Statements and batches go to `db`; `counts` grows with each. */
export function countedDb(db: D1Database): { db: D1Database; counts: { read: number; written: number } } {
  const counts = { read: 0, written: 0 };
  const inner = new WeakMap<object, D1PreparedStatement>();
  const add = <R extends D1Result>(result: R): R => {
    counts.read += result.meta.rows_read;
    counts.written += result.meta.rows_written;
    return result;
  };
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: async () => add(await statement.all()),
      run: async () => add(await statement.run()),
      // D1's own `first` gives no meta.
      first: async (column?: string) => {
        const [row] = add(await statement.all()).results;
        if (row === undefined) return null;
        return column === undefined ? row : row[column];
      },
      raw: () => {
        throw new Error('Not counted: ask for rows by all, run or first.');
      },
    };
    inner.set(wrapped, statement);
    return wrapped as D1PreparedStatement;
  };
  const counted = {
    prepare: (sql: string) => wrap(db.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) => {
      const results = await db.batch(statements.map((each) => inner.get(each) ?? each));
      return results.map(add);
    },
  };
  return { db: counted as unknown as D1Database, counts };
}
