// How a long-running command learns that it should end: a signal, or the npm that started it being gone.

/** Aborts at the first Ctrl-C, SIGTERM or hang-up, or when npm was ended without passing that on. */
export function toldToEnd(): AbortSignal {
  const ending = new AbortController();
  // npm passes a Ctrl-C on a second time, so repeats mean nothing.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => ending.abort());
  // npm ends the shell between itself and this process, and the shell tells nobody.
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) ending.abort();
    }, 500);
    watch.unref();
  }
  return ending.signal;
}
