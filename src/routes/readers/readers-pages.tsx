/** The pages of signing in and of a reader's own account. */
import type { Problem } from '../../domain/problem.ts';
import { Field, ForAnonymous, FormToken, OneButton, Wrong } from '../../layout/form.tsx';
import { linked, rich } from '../../layout/rich.tsx';
import { useLanguage, useWords } from '../../layout/speaking.ts';
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
  problems: readonly Problem[];
}) => {
  const {
    forms,
    readers: { signIn: words },
  } = useWords();
  return (
    <>
      <p class="standfirst">{words.standfirst}</p>
      <Wrong problems={problems} shown={['email', 'name']} />
      <form method="post" action="/readers/sign-in" class="form">
        <Field
          label={forms.email}
          name="email"
          type="email"
          autocomplete="email"
          required
          problems={problems}
          {...(email ? { value: email } : {})}
          hint={words.emailHint}
        />
        <Field
          label={words.name}
          name="name"
          autocomplete="nickname"
          problems={problems}
          {...(name ? { value: name } : {})}
          hint={words.nameHint}
        />
        <input type="hidden" name="back" value={back} />
        <ForAnonymous siteKey={siteKey} />
        <p>
          <button type="submit">{forms.mailLink}</button>
        </p>
      </form>
    </>
  );
};

export const AskedPage = () => (
  <>
    <p class="standfirst">{useWords().forms.onItsWay}</p>
    <p>{rich(useWords().readers.asked.text, { again: linked('/readers/sign-in') })}</p>
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
  problems: readonly Problem[];
}) => {
  const { enter: words, signIn } = useWords().readers;
  return (
    <>
      <p class="standfirst">
        {known === null
          ? words.fresh(veiled(email))
          : rich(words.known, { name: () => <bdi>{known}</bdi>, address: veiled(email) })}
      </p>
      <OneButton action={action} label={signIn.title}>
        {known === null && (
          <Field
            label={signIn.name}
            name="name"
            autocomplete="nickname"
            required
            value={name}
            hint={words.nameHint}
            problems={problems}
          />
        )}
      </OneButton>
      <p class="fine">{words.unasked}</p>
    </>
  );
};

export const MePage = ({
  session,
  waiting,
  problems,
}: {
  session: Session;
  /** A name that waits for a moderator. */
  waiting: string | null;
  problems: readonly Problem[];
}) => {
  const { reader, formToken } = session;
  const lang = useLanguage();
  const words = useWords().readers.account;
  return (
    <>
      <p class="standfirst">
        {rich(words.signedIn(dayWords(reader.created, lang)), {
          name: () => <bdi class="name">{reader.name}</bdi>,
          address: reader.email,
        })}
      </p>
      {reader.state === 'suspended' && <p class="notice">{words.suspended}</p>}
      <section class="section">
        <h2>{words.name}</h2>
        {waiting !== null && (
          <p class="notice">{rich(words.waiting, { name: () => <bdi>{waiting}</bdi> })}</p>
        )}
        <OneButton action="/readers/name" label={words.change}>
          <FormToken token={formToken} />
          <Field
            label={words.nameLabel}
            name="name"
            autocomplete="nickname"
            required
            value={reader.name}
            problems={problems}
          />
        </OneButton>
      </section>
      <section class="section">
        <h2>{words.kept}</h2>
        <p>{rich(words.keptText, { export: linked('/readers/export') })}</p>
        <p>{rich(words.eraseText, { erase: linked('/readers/erase') })}</p>
      </section>
      <section class="section">
        <h2>{words.signOut}</h2>
        <OneButton action="/readers/sign-out" label={words.signOut}>
          <FormToken token={formToken} />
        </OneButton>
      </section>
    </>
  );
};

export const ErasePage = ({ session }: { session: Session }) => {
  const words = useWords().readers.erase;
  return (
    <>
      <p class="standfirst">
        {words.text} <StillHeld />
      </p>
      <OneButton action="/readers/erase" label={words.button}>
        <FormToken token={session.formToken} />
      </OneButton>
      <p>
        <a href="/readers/me">{words.keep}</a>
      </p>
    </>
  );
};
