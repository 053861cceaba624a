/** Cloudflare Turnstile: asks whether the browser that filled a form passed its test. */

const VERIFY = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';
const ANSWER_WITHIN = 10_000;

export interface Turnstile {
  /** Printed in the form; public. */
  siteKey: string;
  /**
   * True when the token is good for this site and was not used before. A service that does not answer lets nobody in:
   * the form says to try again.
   */
  isHuman(token: string, from: string | null): Promise<boolean>;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export function turnstile({ siteKey, secret }: { siteKey: string; secret: string }, fetch: Fetch): Turnstile {
  return { siteKey, isHuman: (token, from) => isHuman(secret, token, from, fetch) };
}

async function isHuman(secret: string, token: string, from: string | null, fetch: Fetch): Promise<boolean> {
  if (token === '') return false;
  const body = new URLSearchParams({ secret, response: token });
  if (from !== null) body.set('remoteip', from);
  try {
    const response = await fetch(VERIFY, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    const verdict = (await response.json()) as { success?: unknown };
    return response.ok && verdict.success === true;
  } catch (cause) {
    console.error('Turnstile did not answer', cause);
    return false;
  }
}
