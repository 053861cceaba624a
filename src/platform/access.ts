/** Cloudflare Access: who an editor is, by the signed assertion that Access adds to each request (RFC 7519). */
import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';

export interface AccessTeam {
  /** As in `team.cloudflareaccess.com`. */
  domain: string;
  /** The application's audience tag. */
  audience: string;
}

export type AccessVerdict =
  | { ok: true; email: string; session: string }
  | { ok: false; reason: 'forged' | 'expired' };

export type AccessCheck = (assertion: string, now: string) => Promise<AccessVerdict>;

/** Seconds by which Access's clock may differ from ours. */
const TOLERANCE = 30;

/**
 * A check of assertions against the team's published keys, which are fetched when first needed and again for a key that
 * is new. Throws when they cannot be fetched: then nobody enters.
 */
export function accessCheck({ domain, audience }: AccessTeam, fetchKeys: typeof fetch): AccessCheck {
  const issuer = `https://${domain.replace(/^https?:\/\//, '').replace(/\/+$/, '')}`;
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async (assertion, now) => {
    // Half a configuration lets nobody in, and takes nothing else down with it.
    if (domain === '' || audience === '')
      throw new Error('ACCESS_TEAM_DOMAIN and ACCESS_AUD must both be set.');
    keys ??= createRemoteJWKSet(new URL(`${issuer}/cdn-cgi/access/certs`), {
      [customFetch]: (url, options) => fetchKeys(url, options),
    });
    try {
      const { payload } = await jwtVerify(assertion, keys, {
        issuer,
        audience,
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'iat', 'email'],
        currentDate: new Date(now),
        clockTolerance: TOLERANCE,
      });
      const { email, identity_nonce: nonce, iat } = payload;
      if (typeof email !== 'string' || email === '') return { ok: false, reason: 'forged' };
      return { ok: true, email, session: `${email} ${typeof nonce === 'string' ? nonce : iat}` };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { ok: false, reason: 'expired' };
      if (isForgery(error)) return { ok: false, reason: 'forged' };
      throw error;
    }
  };
}

const FORGERIES: ReadonlySet<string> = new Set([
  errors.JWTClaimValidationFailed.code,
  errors.JWTInvalid.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JWKSNoMatchingKey.code,
  errors.JWKSMultipleMatchingKeys.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
]);

const isForgery = (error: unknown): boolean => error instanceof errors.JOSEError && FORGERIES.has(error.code);
