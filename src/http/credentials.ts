/** Reads from a request what may prove that an editor sends it; whether it does is not judged here. */
import type { Credentials } from '../domain/credentials.ts';
import { assertionOf, deskSessionOf } from './desk-cookie.ts';
import { isFromOwnPage } from './form.ts';

export const credentialsOf = (request: Request): Credentials => ({
  token: /^Bearer (.+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? null,
  assertion: assertionOf(request),
  session: deskSessionOf(request),
  fromOwnPage: isFromOwnPage(request),
});
