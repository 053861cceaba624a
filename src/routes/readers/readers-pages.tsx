/** The pages of signing in and of a reader's own account. */
import { Field, ForAnonymous, type FormProblem, FormToken, OneButton, Wrong } from '../../layout/form.tsx';
import { StillHeld } from '../../layout/still-held.tsx';
import { dayWords } from '../../projections/locale.ts';
import { type Session, veiled } from '../../projections/session.ts';

export const SignInPage = ({
  siteKey,
  back,
  email,
  name,
  problems,
}: {
  siteKey: string | null;
  back: string;
  email?: string;
  name?: string;
  problems: readonly FormProblem[];
}) => (
  <>
    <p class="standfirst">To comment, sign in by a link that we mail to you. There is no password.</p>
    <Wrong problems={problems} shown={['email', 'name']} />
    <form method="post" action="/readers/sign-in" class="form">
      <Field
        label="Email address"
        name="email"
        type="email"
        autocomplete="email"
        required
        problems={problems}
        {...(email ? { value: email } : {})}
        hint="Shown to nobody."
      />
      <Field
        label="Name"
        name="name"
        autocomplete="nickname"
        problems={problems}
        {...(name ? { value: name } : {})}
        hint="Shown beside your comments. Leave it empty if you have been here before."
      />
      <input type="hidden" name="back" value={back} />
      <ForAnonymous siteKey={siteKey} />
      <p>
        <button type="submit">Mail me a link</button>
      </p>
    </form>
  </>
);

export const AskedPage = () => (
  <>
    <p class="standfirst">Look into your mailbox: a link is on its way, if the address takes mail.</p>
    <p>
      It works once, for one hour. If nothing comes, look among the unwanted mail, or{' '}
      <a href="/readers/sign-in">ask again</a> a little later.
    </p>
  </>
);

/** Behind the mailed link. Opening it changes nothing: programs that look at mail open links too. */
export const EnterPage = ({
  action,
  email,
  known,
  name,
  problems,
}: {
  action: string;
  email: string;
  known: string | null;
  name: string;
  problems: readonly FormProblem[];
}) => (
  <>
    <p class="standfirst">
      {known === null ? (
        'As a new reader'
      ) : (
        <>
          As <bdi>{known}</bdi>
        </>
      )}
      , with the address {veiled(email)}.
    </p>
    <OneButton action={action} label="Sign in">
      {known === null && (
        <Field
          label="Name"
          name="name"
          autocomplete="nickname"
          required
          value={name}
          hint="Shown beside your comments."
          problems={problems}
        />
      )}
    </OneButton>
    <p class="fine">If you did not ask for this, close the page: nothing has happened.</p>
  </>
);

export const MePage = ({
  session,
  waiting,
  problems,
}: {
  session: Session;
  /** A name that waits for a moderator. */
  waiting: string | null;
  problems: readonly FormProblem[];
}) => {
  const { reader, formToken } = session;
  return (
    <>
      <p class="standfirst">
        Signed in as <bdi class="name">{reader.name}</bdi>, with the address {reader.email}, since{' '}
        {dayWords(reader.created, 'en')}.
      </p>
      {reader.state === 'suspended' && (
        <p class="notice">A moderator has suspended this account: it can read and appeal, and not write.</p>
      )}
      <section class="section">
        <h2>Name</h2>
        {waiting !== null && (
          <p class="notice">
            You asked to be called <bdi>{waiting}</bdi>. A moderator looks at it first, as at all that a new
            reader writes; until then you are shown as before.
          </p>
        )}
        <OneButton action="/readers/name" label="Change the name">
          <FormToken token={formToken} />
          <Field
            label="Shown beside your comments, old ones too"
            name="name"
            autocomplete="nickname"
            required
            value={reader.name}
            problems={problems}
          />
        </OneButton>
      </section>
      <section class="section">
        <h2>What is kept about you</h2>
        <p>
          Your address, your name and those you asked for, your comments with what became of them, your
          reports, appeals and sessions, and your digest if you have one:{' '}
          <a href="/readers/export">everything, as JSON</a>.
        </p>
        <p>
          <a href="/readers/erase">Erase all of it</a>. Your comments’ words go; their places stay as “removed
          by its author”.
        </p>
      </section>
      <section class="section">
        <h2>Sign out</h2>
        <OneButton action="/readers/sign-out" label="Sign out">
          <FormToken token={formToken} />
        </OneButton>
      </section>
    </>
  );
};

export const ErasePage = ({ session }: { session: Session }) => (
  <>
    <p class="standfirst">
      This ends all your sessions, forgets your address, name and digest, and takes the words of your comments
      away. It cannot be undone. <StillHeld />
    </p>
    <OneButton action="/readers/erase" label="Erase everything">
      <FormToken token={session.formToken} />
    </OneButton>
    <p>
      <a href="/readers/me">Keep my account</a>
    </p>
  </>
);
