/** The forms of a reader under a topic: a comment, a reply, a report, an appeal; and to sign in, where nobody is. */
import { Field, ForAnonymous, FormToken } from '../../layout/form.tsx';
import { useWords } from '../../layout/speaking.ts';
import type { Session } from '../../projections/session.ts';

/** As the domain counts it, in code points; a browser counts pairs twice and so stops no one too early. */
const LONGEST = 8_000;

interface TextFormProps {
  action: string;
  session: Session;
  label: string;
  button: string;
  parent?: string;
  claim?: string;
  text?: string;
  rows?: number;
  /** Its writer may speak for this site, and says whether they do. */
  speaks?: boolean;
}

export const TextForm = (props: TextFormProps) => {
  const { action, session, label, button, parent, claim, text, rows, speaks } = props;
  const id = `text-${parent ?? claim ?? action.split('/').slice(-2).join('-')}`;
  return (
    <form method="post" action={action} class="form">
      <FormToken token={session.formToken} />
      {parent && <input type="hidden" name="parent" value={parent} />}
      {claim && <input type="hidden" name="claim" value={claim} />}
      <p class="field">
        <label for={id}>{label}</label>
        <textarea id={id} name="body" rows={rows ?? 5} maxlength={LONGEST} dir="auto" required>
          {text}
        </textarea>
      </p>
      {speaks && (
        <p>
          <label>
            <input type="checkbox" name="staff" value="1" /> {useWords().comments.write.staff}
          </label>
        </p>
      )}
      <p>
        <button type="submit">{button}</button>
      </p>
    </form>
  );
};

/** Behind words, so that a thread stays a thread to read. */
export const ReplyForm = ({ slug, parent, session }: { slug: string; parent: string; session: Session }) => {
  const words = useWords().comments.reply;
  return (
    <details>
      <summary>{words.summary}</summary>
      <TextForm
        action={`/t/${slug}/comments`}
        session={session}
        parent={parent}
        label={words.label}
        button={words.button}
        rows={3}
      />
    </details>
  );
};

export const ReportForm = ({
  slug,
  comment,
  session,
}: {
  slug: string;
  comment: string;
  session: Session;
}) => {
  const words = useWords().comments.report;
  return (
    <details>
      <summary>{words.summary}</summary>
      <form method="post" action={`/t/${slug}/comments/${comment}/report`} class="form">
        <FormToken token={session.formToken} />
        <Field label={words.label} name="reason" form={`report-${comment}`} />
        <p>
          <button type="submit">{words.button}</button>
        </p>
      </form>
    </details>
  );
};

/** One press behind words, since it cannot be undone. */
export const TakeBackForm = ({
  slug,
  comment,
  session,
}: {
  slug: string;
  comment: string;
  session: Session;
}) => {
  const words = useWords().comments.takeBack;
  return (
    <details>
      <summary>{words.summary}</summary>
      <form method="post" action={`/t/${slug}/comments/${comment}/take-back`} class="form">
        <FormToken token={session.formToken} />
        <p>
          {words.text} <button type="submit">{words.button}</button>
        </p>
      </form>
    </details>
  );
};

export const AppealForm = ({
  slug,
  comment,
  session,
}: {
  slug: string;
  comment: string;
  session: Session;
}) => {
  const words = useWords().comments.appeal;
  return (
    <details>
      <summary>{words.summary}</summary>
      <TextForm
        action={`/t/${slug}/comments/${comment}/appeal`}
        session={session}
        label={words.label}
        button={words.button}
        rows={3}
      />
    </details>
  );
};

export const SignInForm = ({ back, siteKey }: { back: string; siteKey: string | null }) => {
  const {
    forms,
    comments: { signIn: words },
  } = useWords();
  return (
    <>
      <p>{words.text}</p>
      <form method="post" action="/readers/sign-in" class="form inline">
        <Field label={forms.email} name="email" type="email" autocomplete="email" required form="comment" />
        <Field label={words.name} name="name" autocomplete="nickname" form="comment" />
        <input type="hidden" name="back" value={back} />
        <ForAnonymous siteKey={siteKey} />
        <p>
          <button type="submit">{forms.mailLink}</button>
        </p>
      </form>
    </>
  );
};
