/** What providers over HTTP have in common: their answer read whole, their wish to be asked later, an answer lost. */
import type { Sent } from './mailer.ts';

export interface ProviderAnswer {
  status: number;
  /** The JSON body, or an empty object when there is none. */
  body: object;
  /** Seconds, when the provider names them. */
  retryAfter: number | null;
}

export async function answerOf(response: Response): Promise<ProviderAnswer> {
  const text = await response.text();
  return {
    status: response.status,
    body: parsed(text),
    retryAfter: secondsOf(response.headers.get('Retry-After')),
  };
}

function parsed(text: string): object {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {}; // a proxy's page of HTML: the status says what there is to say
  }
}

/** Seconds only; a date would trust the provider's clock against ours (RFC 9110, section 10.2.3, allows both). */
function secondsOf(header: string | null): number | null {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) : null;
}

export const laterAfter = (reason: string, retryAfter: number | null): Sent => ({
  kind: 'later',
  reason,
  retryAfter,
});

/** The request failed on the way or took too long: whether it was taken, nobody knows. */
export function lost(fault: unknown): Sent {
  return { kind: 'unknown', reason: String(fault).slice(0, 200) };
}
