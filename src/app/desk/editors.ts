/** Who asks: an editor by the local token, by a desk session opened with it, or by Cloudflare Access; and their roles. */
import type { Credentials } from '../../domain/credentials.ts';
import { ROLES, type Role, rolesOf } from '../../domain/role.ts';
import { isSameSecret, isSameText, keyedDigest } from '../../platform/crypto.ts';
import { newNonce, readLink, signLink } from '../../platform/link-token.ts';
import { deskActionStatement, endDeskSession, isDeskSessionEnded } from '../../store/desk-log.ts';
import type { Deps } from '../deps.ts';

/** What recognises an editor. */
export type EditorDeps = Pick<Deps, 'db' | 'now' | 'editorToken' | 'linkSecret' | 'editors'>;

/** An editor who may do what is asked, by name; else why not. */
export type Actor = { name: string } | 'unauthorised' | 'forbidden';

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

/** Whether the desk's own form signs in; where Access is configured, it alone does. */
export const signsInByForm = ({ editors, editorToken, linkSecret }: EditorDeps): boolean =>
  editors.access === null && Boolean(editorToken && linkSecret);

/** The token that every form of this sign-in carries. */
export const deskFormToken = (
  { linkSecret }: Pick<Deps, 'linkSecret'>,
  { session }: Editor,
): Promise<string> => keyedDigest(linkSecret, 'desk-form', session);

/** Whether a form carries the token of this sign-in. */
export const isDeskForm = async (
  deps: Pick<Deps, 'linkSecret'>,
  editor: Editor,
  token: string,
): Promise<boolean> => isSameText(token, await deskFormToken(deps, editor));

/** Who asks the API for what needs a role, if what the request brings allows it. */
export async function actorOf(deps: EditorDeps, credentials: Credentials, role: Role): Promise<Actor> {
  const editor = await editorOfApi(deps, credentials);
  if (editor === null) return 'unauthorised';
  return editor.roles.includes(role) ? { name: editor.name } : 'forbidden';
}

/** Who of this site's own people sends a request, by name; null for everyone else. A reader's session proves nothing here. */
export async function speakerOf(deps: EditorDeps, credentials: Credentials): Promise<string | null> {
  const editor = (await editorOfApi(deps, credentials)) ?? (await editorOfDesk(deps, credentials));
  return editor !== null && editor.roles.length > 0 ? editor.name : null;
}

/** The API takes the token; an assertion counts only from our own pages, since a browser adds it to any request. */
async function editorOfApi(deps: EditorDeps, credentials: Credentials): Promise<Editor | null> {
  const { token, fromOwnPage } = credentials;
  if (token === null) return fromOwnPage ? byAssertion(deps, credentials) : null;
  const { access, tokenBesideAccess = false } = deps.editors;
  // Whoever set up Access wants people who can be named and shut out, not a secret that lies in a shell's history.
  if (access !== null && !tokenBesideAccess) return null;
  if (!deps.editorToken || !(await isSameSecret(token, deps.editorToken))) return null;
  return { ...TOKEN_HOLDER, session: '' };
}

/** Who is at the desk; null for whoever is not signed in. */
export const editorOfDesk = (deps: EditorDeps, credentials: Credentials): Promise<Editor | null> =>
  deps.editors.access ? byAssertion(deps, credentials) : bySession(deps, credentials);

async function byAssertion({ editors, now }: EditorDeps, { assertion }: Credentials): Promise<Editor | null> {
  const { access, roles } = editors;
  if (!access || assertion === null) return null;
  const verdict = await access(assertion, now());
  if (!verdict.ok) return null;
  const { email, session } = verdict;
  return { name: email, roles: rolesOf(roles, email), session };
}

/** Signed under both secrets: another token ends the sessions that the last one opened. */
const sessionSecret = ({ linkSecret, editorToken }: EditorDeps): string | null =>
  linkSecret && editorToken ? `${linkSecret}\n${editorToken}` : null;

async function bySession(deps: EditorDeps, credentials: Credentials): Promise<Editor | null> {
  const session = await openSession(deps, credentials);
  if (session === null || (await isDeskSessionEnded(deps.db, session.nonce))) return null;
  return { ...TOKEN_HOLDER, session: session.nonce };
}

async function openSession(deps: EditorDeps, { session: given }: Credentials) {
  const secret = sessionSecret(deps);
  if (given === null || secret === null) return null;
  const verdict = await readLink(secret, 'desk', given, deps.now());
  return verdict.ok ? verdict.link : null;
}

/** A session for whoever knows the token, with the seconds it lasts, and a line in the log; null for another token. */
export async function signInAtDesk(
  deps: EditorDeps,
  token: string,
): Promise<{ session: string; seconds: number } | null> {
  const secret = sessionSecret(deps);
  if (deps.editors.access || secret === null || !deps.editorToken) return null;
  if (!(await isSameSecret(token, deps.editorToken))) return null;
  const seconds = SESSION_LASTS * 3600;
  const expires = Math.floor(Date.parse(deps.now()) / 1000) + seconds;
  const session = await signLink(secret, 'desk', { subject: TOKEN_HOLDER.name, expires, nonce: newNonce() });
  await logged(deps, TOKEN_HOLDER.name, 'signed in');
  return { session, seconds };
}

/** Ends the session itself, so that a copy of the cookie opens nothing either. */
export async function signOutOfDesk(
  deps: EditorDeps,
  credentials: Credentials,
  { name }: Editor,
): Promise<void> {
  const session = await openSession(deps, credentials);
  if (session !== null)
    await endDeskSession(deps.db, session.nonce, new Date(session.expires * 1000).toISOString(), deps.now());
  await logged(deps, name, 'signed out');
}

const logged = ({ db, now }: EditorDeps, actor: string, action: string): Promise<unknown> =>
  deskActionStatement(db, 'desk', { at: now(), actor, subject: 'desk', action, reason: 'By token.' }).run();
