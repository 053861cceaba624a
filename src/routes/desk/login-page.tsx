/** The page that says what to do to get into the desk. */
import { deskPage } from './desk-page.tsx';

/** What to do to get in. `wrong` says what was not right the last time. */
export function loginPage(
  byForm: boolean,
  next: string,
  wrong: string | null = null,
  status = 200,
): Response {
  const headers = status === 401 ? { 'WWW-Authenticate': 'Bearer realm="By Source"' } : {};
  return deskPage(
    { title: 'Sign in', path: '', at: null },
    <>
      <h1>Sign in</h1>
      {wrong && <p class="notice">{wrong}</p>}
      {byForm ? <ByToken next={next} /> : <ByAccess />}
    </>,
    { status, headers },
  );
}

const ByToken = ({ next }: { next: string }) => (
  <form method="post" action="/desk/login" class="action">
    <input type="hidden" name="next" value={next} />
    <label>
      Editor token{' '}
      <input type="password" name="editor_token" autocomplete="current-password" required size={44} />
    </label>
    <button type="submit">Sign in</button>
    <p class="fine">
      The desk is for editors. On the machine that runs By Source the token is EDITOR_TOKEN in the file
      .dev.vars; a sign-in lasts twelve hours.
    </p>
  </form>
);

const ByAccess = () => (
  <p>
    The desk is for editors, who come in through Cloudflare Access. Open <a href="/desk">the desk</a> at the
    address that Access protects and sign in there. If you did and see this page, the sign-in has run out or
    is for another application: sign out of Access and in again.
  </p>
);
