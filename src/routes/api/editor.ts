/** Who asks for what editors alone may do: their name, or the answer to whoever may not. */
import { actorOf, type EditorDeps } from '../../app/desk/editors.ts';
import type { Role } from '../../domain/role.ts';
import { credentialsOf } from '../../http/credentials.ts';
import { problem } from '../../http/problem.ts';

/** `whose` is the token to send, in words: "an admin’s". */
export async function editorWho(
  deps: EditorDeps,
  request: Request,
  { role, whose }: { role: Role; whose: string },
): Promise<{ name: string } | Response> {
  const actor = await actorOf(deps, credentialsOf(request), role);
  if (actor === 'unauthorised')
    return problem('unauthorised', `Send ${whose} token as "Authorization: Bearer …".`);
  return actor === 'forbidden' ? problem('forbidden', `This needs the role of ${role}.`) : actor;
}
