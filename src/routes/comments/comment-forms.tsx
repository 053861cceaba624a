/** The forms of a reader under a topic: a comment, a reply, a report, an appeal; and to sign in, where nobody is. */
import { Field, ForAnonymous, FormToken } from '../../layout/form.tsx';
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
            <input type="checkbox" name="staff" value="1" /> Write for this site: the comment is marked so
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
export const ReplyForm = ({ slug, parent, session }: { slug: string; parent: string; session: Session }) => (
  <details>
    <summary>Reply</summary>
    <TextForm
      action={`/t/${slug}/comments`}
      session={session}
      parent={parent}
      label="Your reply"
      button="Send the reply"
      rows={3}
    />
  </details>
);

export const ReportForm = ({
  slug,
  comment,
  session,
}: {
  slug: string;
  comment: string;
  session: Session;
}) => (
  <details>
    <summary>Report</summary>
    <form method="post" action={`/t/${slug}/comments/${comment}/report`} class="form">
      <FormToken token={session.formToken} />
      <Field label="What is wrong with it" name="reason" form={`report-${comment}`} />
      <p>
        <button type="submit">Tell a moderator</button>
      </p>
    </form>
  </details>
);

/** One press behind words, since it cannot be undone. */
export const TakeBackForm = ({
  slug,
  comment,
  session,
}: {
  slug: string;
  comment: string;
  session: Session;
}) => (
  <details>
    <summary>Take back</summary>
    <form method="post" action={`/t/${slug}/comments/${comment}/take-back`} class="form">
      <FormToken token={session.formToken} />
      <p>
        Its words go for good; its place stays, as “removed by its author”.{' '}
        <button type="submit">Take it back</button>
      </p>
    </form>
  </details>
);

export const AppealForm = ({
  slug,
  comment,
  session,
}: {
  slug: string;
  comment: string;
  session: Session;
}) => (
  <details>
    <summary>Appeal</summary>
    <TextForm
      action={`/t/${slug}/comments/${comment}/appeal`}
      session={session}
      label="Why it should be shown"
      button="Send the appeal"
      rows={3}
    />
  </details>
);

export const SignInForm = ({ back, siteKey }: { back: string; siteKey: string | null }) => (
  <>
    <p>To comment, sign in by a link that we mail to you.</p>
    <form method="post" action="/readers/sign-in" class="form inline">
      <Field label="Email address" name="email" type="email" autocomplete="email" required form="comment" />
      <Field label="Name, shown with your comments" name="name" autocomplete="nickname" form="comment" />
      <input type="hidden" name="back" value={back} />
      <ForAnonymous siteKey={siteKey} />
      <p>
        <button type="submit">Mail me a link</button>
      </p>
    </form>
  </>
);
