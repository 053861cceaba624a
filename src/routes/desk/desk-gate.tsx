/** Who may see which page of the desk and which forms are taken: signed in, by role, from our own pages alone. */
import type { Context } from 'hono';
import type { Person } from '../../app/comments/moderation.ts';
import {
  deskFormToken,
  type EditorDeps,
  editorOfDesk,
  isDeskForm,
  signsInByForm,
} from '../../app/desk/editors.ts';
import { refusalOfReason } from '../../app/desk/reasons.ts';
import type { Role } from '../../domain/role.ts';
import { credentialsOf } from '../../http/credentials.ts';
import { isFromOwnPage, readForm } from '../../http/form.ts';
import { ownPath, seeOther } from '../../http/private-page.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { deskPage, type Seat } from './desk-page.tsx';
import { loginPage } from './login-page.tsx';

export type Handler = (c: Context, seat: Seat) => Promise<Response>;
export type FormHandler = (c: Context, seat: Seat, form: URLSearchParams) => Promise<Response>;

export interface Gate {
  /** A page; `role` null is any role. */
  page(role: Role | null, handler: Handler): (c: Context) => Promise<Response>;
  /** A form that changes something. */
  form(role: Role | null, handler: FormHandler): (c: Context) => Promise<Response>;
}

export function deskGate(deps: EditorDeps): Gate {
  async function seatOf(c: Context, role: Role | null): Promise<Seat | Response> {
    const editor = await editorOfDesk(deps, credentialsOf(c.req.raw));
    const byForm = signsInByForm(deps);
    if (editor === null) return loginPage(byForm, nextOf(c), null, 401);
    const seat = { editor, token: await deskFormToken(deps, editor), byForm };
    if (role === null ? editor.roles.length > 0 : editor.roles.includes(role)) return seat;
    const need = role === null ? 'a role at this desk' : `the role of ${role}`;
    return refusal(seat, 403, `This needs ${need}, which ${editor.name} does not have. An admin sets roles.`);
  }

  return {
    page: (role, handler) => async (c) => {
      const seat = await seatOf(c, role);
      return seat instanceof Response ? seat : handler(c, seat);
    },
    form: (role, handler) => async (c) => {
      const seat = await seatOf(c, role);
      if (seat instanceof Response) return seat;
      if (!isFromOwnPage(c.req.raw))
        return refusal(seat, 403, 'This form was sent from another site. Nothing was changed.');
      const form = await readForm(c.req.raw);
      if (form instanceof Response) return refusal(seat, form.status, 'The form cannot be read.');
      if (!(await isDeskForm(deps, seat.editor, form.get('token') ?? '')))
        return refusal(
          seat,
          403,
          'This form is of an earlier sign-in. Nothing was changed; do it again here.',
        );
      const unfit = refusalOfReason(form.get('reason') ?? '');
      if (unfit !== null) return refusal(seat, 422, `${unfit} Nothing was changed.`);
      return handler(c, seat, form);
    },
  };
}

/** Where to go on after signing in; a form that was refused begins again at the desk. */
const nextOf = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url);
  return c.req.method === 'GET' ? deskPath(pathname + search) : '/desk';
};

/** A path of the desk, given by a form; anything else is its first page. */
export function deskPath(given: string | null): string {
  const path = ownPath(given);
  return /^\/desk(?:[/?#]|$)/.test(path) ? path : '/desk';
}

export function refusal(at: Seat, status: number, sentence: string, back = '/desk'): Response {
  return deskPage(
    { title: 'Not done', path: '', at },
    <>
      <h1>Not done</h1>
      <p class="notice">{sentence}</p>
      <p>
        <a href={back}>Back</a>
      </p>
    </>,
    { status },
  );
}

const STATUS = { refused: 422, unknown: 404, forbidden: 403, conflict: 409, 'too fast': 429 } as const;

/** Who sends a form, and the reason that it gives. */
export const personOf = (at: Seat, form: URLSearchParams): Person => ({
  actor: at.editor.name,
  reason: form.get('reason')?.trim() || null,
});

/** Back to where the form was, or why nothing was done. */
export function afterAction(at: Seat, outcome: CommentOutcome<unknown>, form: URLSearchParams): Response {
  const back = deskPath(form.get('back'));
  if (outcome.kind === 'done') return seeOther(back);
  const sentence =
    outcome.kind === 'refused' ? outcome.problems.map(({ message }) => message).join(' ') : outcome.detail;
  return refusal(at, STATUS[outcome.kind], `${sentence} Nothing was changed.`, back);
}
