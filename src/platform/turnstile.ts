/** Cloudflare Turnstile: asks whether the browser that filled a form passed its test. Off where no secret is set. */

const VERIFY = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';
const ANSWER_WITHIN = 10_000;

export interface Turnstile {
  secret: string;
  /** Printed in the form; public. */
  siteKey: string;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * True when the token is good for this site and was not used before, and always without a secret. A service that does
 * not answer lets nobody in: the form says to try again.
 */
export async function isHuman(
  turnstile: Turnstile | null,
  token: string,
  from: string | null,
  fetch: Fetch,
): Promise<boolean> {
  if (turnstile === null) return true;
  if (token === '') return false;
  const body = new URLSearchParams({ secret: turnstile.secret, response: token });
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
