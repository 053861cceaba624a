/** Whether topics take comments: open, held, closed, disabled; one by one, or many at once in a crisis. */
import { Hono } from 'hono';
import { liftSpike } from '../../app/comments/moderation.ts';
import type { Deps } from '../../app/deps.ts';
import {
  type DeskTopic,
  listDeskTopics,
  POLICY_CHOICES,
  readTopicAtDesk,
  setPolicies,
} from '../../app/desk/desk-topics.ts';
import { cursorAsked, pageAddress } from '../../http/cursor.ts';
import { afterAction, deskGate, personOf, refusal } from './desk-gate.tsx';
import { DeskForm, deskPage, NoActionByEnter } from './desk-page.tsx';
import { plural, timeWords } from './desk-words.ts';
import { ActionTable } from './log.tsx';
import { Spike } from './overview.tsx';

const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const choiceOf = (text: string) => POLICY_CHOICES.find(({ policy }) => policy === text);

export function topicPolicyRoutes(deps: Deps): Hono {
  const routes = new Hono();
  const gate = deskGate(deps);

  /** GET /desk/topics?cursor= */
  routes.get(
    '/desk/topics',
    gate.page('moderator', async (c, at) => {
      const asked = cursorAsked(new URL(c.req.url));
      if (asked instanceof Response) return asked;
      const { items, next } = await listDeskTopics(deps, asked.place);
      const back = asked.place === null ? '/desk/topics' : pageAddress('/desk/topics', asked.place);
      return deskPage(
        { title: 'Doors', path: '/desk/topics', at },
        <>
          <h1>Doors</h1>
          <p class="fine">Which topics take comments. Choose several to hold or close them together.</p>
          <DeskForm at={at} to="/desk/topics" back={back} kind="queue">
            <Choice />
            <div class="scroll">
              <table class="plain">
                <tbody>
                  {items.map((topic) => (
                    <TopicRow topic={topic} />
                  ))}
                </tbody>
              </table>
            </div>
          </DeskForm>
          {next && (
            <p>
              <a href={pageAddress('/desk/topics', next)}>Further topics</a>
            </p>
          )}
        </>,
      );
    }),
  );

  /** GET /desk/topics/:slug */
  routes.get(
    '/desk/topics/:slug',
    gate.page('moderator', async (c, at) => {
      const found = await readTopicAtDesk(deps, c.req.param('slug') ?? '');
      if (found === null) return refusal(at, 404, 'There is no such topic.', '/desk/topics');
      const { topic, spike, log } = found;
      const here = `/desk/topics/${topic.slug}`;
      return deskPage(
        { title: topic.title, path: '/desk/topics', at },
        <>
          <h1>
            <a href={`/t/${topic.slug}`}>{topic.title}</a>
          </h1>
          <p>
            {plural(topic.comments, 'visible comment')} by {plural(topic.commenters, 'reader')}. Comments are{' '}
            <b>{topic.policy}</b>: {choiceOf(topic.policy)?.meaning}.
            {topic.policyReason && ` ${topic.policyReason} (${timeWords(topic.policyAt ?? '')})`}
          </p>
          {spike && <Spike spike={spike} at={at} back={here} moderates />}
          <DeskForm at={at} to="/desk/topics" back={here}>
            <input type="hidden" name="slug" value={topic.slug} />
            <Choice />
          </DeskForm>
          <h2>What befell its comments</h2>
          <ActionTable actions={log} />
        </>,
      );
    }),
  );

  /** POST /desk/topics {slug…, policy, reason} */
  routes.post(
    '/desk/topics',
    gate.form('moderator', async (_, at, form) => {
      const chosen = choiceOf(form.get('policy') ?? '');
      const slugs = [...new Set(form.getAll('slug'))];
      const by = personOf(at, form);
      if (chosen === undefined)
        return refusal(
          at,
          422,
          `Choose ${alternatives.format(POLICY_CHOICES.map(({ policy }) => policy))}.`,
          '/desk/topics',
        );
      if (slugs.length === 0) return refusal(at, 422, 'Choose at least one topic.', '/desk/topics');
      if (by.reason === null) return refusal(at, 422, 'Say why: readers see it.', '/desk/topics');
      return afterAction(at, await setPolicies(deps, slugs, chosen.policy, by), form);
    }),
  );

  /** POST /desk/topics/:slug/heat {reason} */
  routes.post(
    '/desk/topics/:slug/heat',
    gate.form('moderator', async (c, at, form) => {
      const lifted = await liftSpike(deps, c.req.param('slug') ?? '', personOf(at, form));
      return afterAction(at, lifted, form);
    }),
  );

  return routes;
}

const Choice = () => (
  <div class="bar">
    <NoActionByEnter />
    <label>
      Why, for readers to see <input type="text" name="reason" required maxLength={300} />
    </label>
    {POLICY_CHOICES.map(({ policy, meaning }) => (
      <button type="submit" name="policy" value={policy} title={meaning}>
        {policy}
      </button>
    ))}
  </div>
);

const TopicRow = ({ topic }: { topic: DeskTopic }) => (
  <tr>
    <td>
      <input type="checkbox" name="slug" value={topic.slug} aria-label={`Choose ${topic.title}`} />
    </td>
    <td>
      <a href={`/desk/topics/${topic.slug}`}>{topic.title}</a>
    </td>
    <td>{topic.policy}</td>
    <td>{plural(topic.comments, 'comment')}</td>
    <td>{topic.policyReason}</td>
  </tr>
);
