/** Pieces of every form: a field under its label, the sentence on what is wrong with it, what programs are caught by. */
import type { ComponentChildren } from 'preact';
import type { Problem } from '../domain/problem.ts';
import { refusalIn } from '../projections/words/refusals.ts';
import { wordsOf } from '../projections/words/words.ts';
import { languageOf } from './language.ts';
import { useLanguage, useWords } from './speaking.ts';

/** For whoever did not pass the browser's test: of no field. */
export const untested = (request: Request): Problem => ({
  path: '',
  message: wordsOf(languageOf(request)).forms.untested,
});

export interface FieldProps {
  label: string;
  name: string;
  type?: 'email';
  value?: string;
  /** What a browser may fill in (HTML, "autofill"). */
  autocomplete?: string;
  required?: boolean;
  /** Tells apart the fields of two forms on one page. */
  form?: string;
  hint?: string;
  problems?: readonly Problem[];
}

export const Field = ({ label, name, type, form, hint, problems, ...given }: FieldProps) => {
  const lang = useLanguage();
  const wrong = problems?.filter(({ path }) => path === name) ?? [];
  const id = `${form ?? 'form'}-${name}`;
  const rest = { id, name, ...given, 'aria-invalid': wrong.length > 0 || undefined };
  return (
    <p class="field">
      <label for={id}>{label}</label>
      {type === 'email' ? (
        <input type="email" maxlength={254} {...rest} />
      ) : (
        <input maxlength={60} {...rest} />
      )}
      {wrong.map(({ message }) => (
        <strong class="wrong">{refusalIn(lang, message)}</strong>
      ))}
      {hint && <small>{hint}</small>}
    </p>
  );
};

/** Everything that is wrong and belongs to no field shown. */
export const Wrong = ({ problems, shown }: { problems: readonly Problem[]; shown: readonly string[] }) => {
  const lang = useLanguage();
  const others = problems.filter(({ path }) => !shown.includes(path));
  return others.length === 0 ? null : (
    <div class="notice" role="alert">
      {others.map(({ message }) => (
        <p>{refusalIn(lang, message)}</p>
      ))}
    </div>
  );
};

/** For forms that anyone may send: a field that no reader sees, and the browser's test where one is set up. */
export const ForAnonymous = ({ siteKey }: { siteKey: string | null }) => (
  <>
    <p class="unseen" aria-hidden="true">
      <label>
        {useWords().forms.leaveEmpty} <input name="website" tabindex={-1} autocomplete="off" />
      </label>
    </p>
    {siteKey !== null && (
      <>
        <script src="https://challenges.cloudflare.com/turnstile/v0/api.js" async defer />
        <div class="cf-turnstile" data-sitekey={siteKey} data-response-field-name="turnstile" />
      </>
    )}
  </>
);

/** For forms of a session: its token, under which no other site can send the form. */
export const FormToken = ({ token }: { token: string }) => <input type="hidden" name="token" value={token} />;

/** A form that is one button. */
export const OneButton = ({
  action,
  label,
  children,
}: {
  action: string;
  label: string;
  children?: ComponentChildren;
}) => (
  <form method="post" action={action} class="form">
    {children}
    <p>
      <button type="submit">{label}</button>
    </p>
  </form>
);
