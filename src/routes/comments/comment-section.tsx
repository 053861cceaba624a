/** The comments under a topic: threads newest first with one level of replies, and a place to write. */

import { readUnseen, type UnseenComment } from '../../app/comments/own-comments.ts';
import { type CommentPage, readFirstPage } from '../../app/comments/threads.ts';
import type { Deps } from '../../app/deps.ts';
import { speakerOf } from '../../app/desk/editors.ts';
import { sessionFor } from '../../app/readers/readers.ts';
import { sessionOf } from '../../http/cookie.ts';
import { credentialsOf } from '../../http/credentials.ts';
import { pageAddress } from '../../http/cursor.ts';
import { languageOf } from '../../layout/language.ts';
import { linked, rich } from '../../layout/rich.tsx';
import { useWords } from '../../layout/speaking.ts';
import { showsComments, takesComments } from '../../projections/comment-policies.ts';
import type { ThreadView } from '../../projections/comment-view.ts';
import type { Session } from '../../projections/session.ts';
import type { TopicView } from '../../projections/topic-view.ts';
import { ReplyForm, ReportForm, SignInForm, TakeBackForm, TextForm } from './comment-forms.tsx';
import { type About, CommentItem, permalink } from './comment-item.tsx';
import { Own } from './own-comments.tsx';

export interface SectionProps {
  view: TopicView;
  page: CommentPage;
  session: Session | null;
  own: readonly UnseenComment[];
  siteKey: string | null;
  /** The reader may speak for this site. */
  speaks: boolean;
}

/** The part of a topic page; `own` says that it shows what its reader alone may see. */
export function commentPart(deps: Deps) {
  return async ({ request, view }: { request: Request; view: TopicView }) => {
    const { slug } = view.topic;
    const [page, session] = await Promise.all([
      readFirstPage(deps, slug),
      sessionFor(deps, sessionOf(request)),
    ]);
    const [own, speaker] =
      session === null
        ? [[], null]
        : await Promise.all([
            readUnseen(deps, slug, session.reader.id, languageOf(request)),
            speakerOf(deps, credentialsOf(request)),
          ]);
    const siteKey = deps.turnstile?.siteKey ?? null;
    const section = <Section {...{ view, page, session, own, siteKey }} speaks={speaker !== null} />;
    return { body: section, own: session !== null };
  };
}

const Section = ({ view, page, session, own, siteKey, speaks }: SectionProps) => {
  const { slug } = view.topic;
  const { visible, commenters } = view.comments;
  return (
    <section class="section comments" id="comments">
      <h2>{useWords().comments.heading}</h2>
      {visible > 0 && showsComments(page.policy) && (
        <p class="fine">{useWords().comments.count(visible, commenters)}</p>
      )}
      <Writing slug={slug} page={page} session={session} siteKey={siteKey} speaks={speaks} />
      {session !== null && <Own slug={slug} own={own} session={session} about={aboutOf(view)} />}
      <Threads page={page} view={view} session={session} />
    </section>
  );
};

export const aboutOf = (view: TopicView): About => ({
  statements: new Map(view.statements.map((statement) => [statement.claim, statement])),
});

const Writing = ({
  slug,
  page,
  session,
  siteKey,
  speaks,
}: {
  slug: string;
  page: CommentPage;
  session: Session | null;
  siteKey: string | null;
  speaks: boolean;
}) => {
  const { comments: words, readers } = useWords();
  const closed = words.closed[page.policy];
  if (closed !== null)
    return (
      <p>
        {closed} <bdi>{page.policyReason}</bdi>
      </p>
    );
  if (session === null) return <SignInForm back={`/t/${slug}#comments`} siteKey={siteKey} />;
  return (
    <>
      <p class="fine">
        {rich(words.writeAs, {
          name: () => <bdi>{session.reader.name}</bdi>,
          account: linked('/readers/me'),
        })}
      </p>
      {session.reader.state === 'suspended' ? (
        <p class="notice">{readers.account.suspended}</p>
      ) : (
        <TextForm
          action={`/t/${slug}/comments`}
          session={session}
          label={words.write.label}
          button={words.write.button}
          speaks={speaks}
        />
      )}
    </>
  );
};

export const Threads = ({
  page,
  view,
  session,
}: {
  page: Pick<CommentPage, 'threads' | 'next' | 'policy'>;
  view: TopicView;
  session: Session | null;
}) => (
  <>
    {page.threads.length > 0 && (
      <ol class="threads">
        {page.threads.map((thread) => (
          <Thread thread={thread} view={view} session={session} open={takesComments(page.policy)} />
        ))}
      </ol>
    )}
    {page.next !== null && (
      <p>
        <a href={pageAddress(`/t/${view.topic.slug}/comments`, page.next)}>{useWords().comments.earlier}</a>
      </p>
    )}
  </>
);

const Thread = ({
  thread,
  view,
  session,
  open,
}: {
  thread: ThreadView;
  view: TopicView;
  session: Session | null;
  open: boolean;
}) => {
  const about = aboutOf(view);
  const { slug } = view.topic;
  const tools = ({ id, body, author }: Pick<ThreadView, 'id' | 'body' | 'author'>) => {
    if (session === null || body === null) return null;
    const isOwn = author === session.reader.author;
    const isActive = session.reader.state === 'active';
    return (
      <div class="tools">
        {open && isActive && <ReplyForm slug={slug} parent={id} session={session} />}
        {isOwn && <TakeBackForm slug={slug} comment={id} session={session} />}
        {!isOwn && isActive && <ReportForm slug={slug} comment={id} session={session} />}
      </div>
    );
  };
  return (
    <li>
      <CommentItem comment={thread} about={about}>
        {tools(thread)}
      </CommentItem>
      {thread.replies.length > 0 && (
        <ol>
          {thread.replies.map((reply) => (
            <li>
              <CommentItem comment={reply} about={about}>
                {tools(reply)}
              </CommentItem>
            </li>
          ))}
        </ol>
      )}
      {thread.repliesCursor !== null && (
        <p class="fine">
          <a href={pageAddress(permalink(thread), thread.repliesCursor)}>{useWords().comments.further}</a>
        </p>
      )}
    </li>
  );
};
