// Calls the Worker's cron handler at every full minute, as Cloudflare does once it is deployed.

const MINUTE = 60_000;

/** Starts the beat; the returned function ends it. A failed beat is said, not thrown: the next one tries again. */
export function startHeartbeat(base: string, say: (line: string) => void): () => void {
  const ending = new AbortController();
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    timer = setTimeout(beat, MINUTE - (Date.now() % MINUTE));
  };
  const beat = async (): Promise<void> => {
    const time = Math.floor(Date.now() / MINUTE) * MINUTE;
    wait();
    try {
      const answer = await fetch(`${base}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*&time=${time}`, {
        signal: ending.signal,
      });
      await answer.body?.cancel();
      if (!answer.ok) say(`The minute's work failed: ${answer.status}.`);
    } catch (error) {
      if (!ending.signal.aborted) say(`The minute's work could not be asked for: ${String(error)}`);
    }
  };
  wait();
  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}
