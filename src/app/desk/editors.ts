/** Who asks: an editor by the local token, by a desk session opened with it, or by Cloudflare Access; and their roles. */
import { ROLES, type Role, rolesOf } from '../../domain/role.ts';
import { assertionOf, deskSessionOf } from '../../http/desk-cookie.ts';
import { isFromOwnPage } from '../../http/form.ts';
import type { AccessCheck } from '../../platform/access.ts';
import { isSameText, keyedDigest, newNonce, readLink, signLink } from '../../platform/link-token.ts';
import { isSameSecret } from '../../platform/signature.ts';
import { endDeskSession, isDeskSessionEnded } from '../../store/desk-log.ts';

export interface EditorDeps {
  db: D1Database;
  now: () => string;
  editorToken: string | undefined;
  readers: { linkSecret: string };
  editors: {
    /** Null where Cloudflare Access is not configured. */
    access: AccessCheck | null;
    /** JSON: an editor's address to their roles. */
    roles: string | undefined;
    /** The operator lets the token into the API although Access guards it; off where it is not said. */
    tokenBesideAccess?: boolean | undefined;
  };
}

export interface Editor {
  name: string;
  roles: readonly Role[];
  /** What tells this sign-in from another; the tokens of its forms hang on it. */
  session: string;
}

/** Hours that a desk session lasts. */
const SESSION_LASTS = 12;
/** The local token is nobody's own: it carries every role, and the log says that it was the token. */
const TOKEN_HOLDER = { name: 'editor token', roles: ROLES } as const;

export function editorsOf(deps: EditorDeps) {
  return {
    /** Whether the desk's own form signs in; where Access is configured, it alone does. */
    byForm: deps.editors.access === null && Boolean(deps.editorToken && deps.readers.linkSecret),
    ofApi: (request: Request) => editorOfApi(deps, request),
    ofDesk: (request: Request) =>
      deps.editors.access ? byAssertion(deps, request) : bySession(deps, request),
    signIn: (token: string) => signIn(deps, token),
    signOut: (request: Request) => signOut(deps, request),
    formToken: (editor: Editor) => keyedDigest(deps.readers.linkSecret, 'desk-form', editor.session),
    /** Whether a form carries the token of this sign-in. */
    isOwnForm: async (editor: Editor, token: string) =>
      isSameText(token, await keyedDigest(deps.readers.linkSecret, 'desk-form', editor.session)),
  };
}

/** Who of this site's own people sends a request, by name; null for everyone else. A reader's session proves nothing here. */
export async function speakerOf(deps: EditorDeps, request: Request): Promise<string | null> {
  const editors = editorsOf(deps);
  const editor = (await editors.ofApi(request)) ?? (await editors.ofDesk(request));
  return editor !== null && editor.roles.length > 0 ? editor.name : null;
}

/** The API takes the token; an assertion counts only from our own pages, since a browser adds it to any request. */
async function editorOfApi(deps: EditorDeps, request: Request): Promise<Editor | null> {
  const token = /^Bearer (.+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
  if (token !== undefined) {
    const { access, tokenBesideAccess = false } = deps.editors;
    // Whoever set up Access wants people who can be named and shut out, not a secret that lies in a shell's history.
    if (access !== null && !tokenBesideAccess) return null;
    if (!deps.editorToken || !(await isSameSecret(token, deps.editorToken))) return null;
    return { ...TOKEN_HOLDER, session: '' };
  }
  return isFromOwnPage(request) ? byAssertion(deps, request) : null;
}

async function byAssertion({ editors, now }: EditorDeps, request: Request): Promise<Editor | null> {
  const { access, roles } = editors;
  const assertion = assertionOf(request);
  if (!access || assertion === null) return null;
  const verdict = await access(assertion, now());
  if (!verdict.ok) return null;
  const { email, session } = verdict;
  return { name: email, roles: rolesOf(roles, email), session };
}

/** Signed under both secrets: another token ends the sessions that the last one opened. */
const sessionSecret = ({ readers, editorToken }: EditorDeps): string | null =>
  readers.linkSecret && editorToken ? `${readers.linkSecret}\n${editorToken}` : null;

async function bySession(deps: EditorDeps, request: Request): Promise<Editor | null> {
  const session = await openSession(deps, request);
  if (session === null || (await isDeskSessionEnded(deps.db, session.nonce))) return null;
  return { ...TOKEN_HOLDER, session: session.nonce };
}

async function openSession(deps: EditorDeps, request: Request) {
  const [given, secret] = [deskSessionOf(request), sessionSecret(deps)];
  if (given === null || secret === null) return null;
  const verdict = await readLink(secret, 'desk', given, deps.now());
  return verdict.ok ? verdict.link : null;
}

/** A session for whoever knows the token, with the seconds it lasts; null for another. */
async function signIn(
  deps: EditorDeps,
  token: string,
): Promise<{ session: string; seconds: number; editor: Editor } | null> {
  const secret = sessionSecret(deps);
  if (deps.editors.access || secret === null || !deps.editorToken) return null;
  if (!(await isSameSecret(token, deps.editorToken))) return null;
  const seconds = SESSION_LASTS * 3600;
  const expires = Math.floor(Date.parse(deps.now()) / 1000) + seconds;
  const link = { subject: TOKEN_HOLDER.name, expires, nonce: newNonce() };
  const editor = { ...TOKEN_HOLDER, session: link.nonce };
  return { session: await signLink(secret, 'desk', link), seconds, editor };
}

/** Ends the session itself, so that a copy of the cookie opens nothing either. */
async function signOut(deps: EditorDeps, request: Request): Promise<void> {
  const session = await openSession(deps, request);
  if (session === null) return;
  await endDeskSession(deps.db, session.nonce, new Date(session.expires * 1000).toISOString(), deps.now());
}
