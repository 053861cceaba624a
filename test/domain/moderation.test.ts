// States and what leads from one to another, when a comment waits, and how fast a reader may write.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actionBetween,
  COMMENT_ACTIONS,
  COMMENT_STATES,
  STATE_RULES,
  stateAfter,
  statesThat,
  wrongState,
} from '../../src/domain/comments/comment-state.ts';
import { COMMENTS_POLICIES, POLICY_RULES } from '../../src/domain/comments/comments-policy.ts';
import { holdReason, PACES, tooFast } from '../../src/domain/comments/moderation.ts';
import { wordsOf } from '../../src/projections/words/words.ts';
import { holds } from '../property/holds.ts';

describe('states', () => {
  test('each action leads where it says', () => {
    const table = COMMENT_ACTIONS.map((action) => [
      action,
      ...COMMENT_STATES.map((state) => stateAfter(action, state)),
    ]);
    expect(table).toEqual([
      // pending, approved, rejected, removed
      ['approve', 'approved', null, null, null],
      ['reject', 'rejected', null, null, null],
      ['remove', null, 'removed', null, null],
      ['restore', null, null, 'pending', 'approved'],
      ['hold', null, 'pending', null, null],
    ]);
  });

  test('whatever was done can be undone', () => {
    for (const state of COMMENT_STATES) {
      for (const action of COMMENT_ACTIONS) {
        const to = stateAfter(action, state);
        if (to === null) continue;
        const back = actionBetween(to, state);
        expect([action, state, back && stateAfter(back, to)]).toEqual([action, state, state]);
      }
    }
  });

  test('what does not apply says what does', () => {
    expect(wrongState('reject', 'removed')).toBe(
      'This comment is removed; reject does not apply. It can take: restore.',
    );
  });
});

describe('the tables', () => {
  test('one state is shown and one waits; what is offered for many can be done', () => {
    expect([statesThat(({ shown }) => shown), statesThat(({ waits }) => waits)]).toEqual([
      ['approved'],
      ['pending'],
    ]);
    for (const state of COMMENT_STATES) {
      const { appeal, counts, many } = STATE_RULES[state];
      expect([state, appeal]).toEqual([state, counts === 'rejected']);
      expect(many.filter((action) => stateAfter(action, state) === null)).toEqual([]);
    }
  });

  test('a policy says why, exactly where no comment is taken', () => {
    for (const policy of COMMENTS_POLICIES) {
      const { takes, holds, shows } = POLICY_RULES[policy];
      const refusal = wordsOf('en').comments.refused.policy[policy];
      expect([policy, refusal === null]).toEqual([policy, takes]);
      expect([policy, takes || !holds, shows || !takes]).toEqual([policy, true, true]);
    }
  });
});

describe('holding', () => {
  const trusted = { approved: 5, rejected: 0 };
  test.for([
    ['a new reader', { approved: 0, rejected: 0 }, 'open', 'Hello.', { kind: 'newcomer', until: 2 }],
    ['after one approval', { approved: 1, rejected: 0 }, 'open', 'Hello.', { kind: 'newcomer', until: 2 }],
    ['after two', { approved: 2, rejected: 0 }, 'open', 'Hello.', null],
    ['one rejection', { approved: 2, rejected: 1 }, 'open', 'Hello.', null],
    [
      'many rejections',
      { approved: 4, rejected: 2 },
      'open',
      'Hello.',
      { kind: 'rejections', decided: 6, rejected: 2 },
    ],
    ['a few among many', { approved: 40, rejected: 2 }, 'open', 'Hello.', null],
    ['one link', trusted, 'open', 'https://a.example', null],
    ['two links', trusted, 'open', 'https://a.example www.b.example', { kind: 'links', links: 2 }],
    ['a held topic', trusted, 'held', 'Hello.', { kind: 'topic' }],
  ] as const)('%s', ([, reader, policy, body, why]) => {
    expect(holdReason(reader, policy, body)).toEqual(why);
  });
});

describe('pace', () => {
  const now = '2026-11-23T12:00:00.000Z';
  const ago = (seconds: number) => new Date(Date.parse(now) - seconds * 1000).toISOString();

  test('ten in ten minutes, then a wait until the oldest is ten minutes old', () => {
    const ten = Array.from({ length: 10 }, (_, n) => ago(n * 10));
    expect(tooFast(ten.slice(1), now)).toBeNull();
    expect(tooFast(ten, now)).toMatchObject({
      retryAfter: 510,
      most: 10,
      span: 'tenMinutes',
    });
    expect(tooFast([...ten.slice(0, 9), ago(600)], now)).toBeNull();
  });

  test('sixty in a day', () => {
    const sixty = Array.from({ length: 60 }, (_, n) => ago(700 + n * 100));
    expect(tooFast(sixty, now)).toMatchObject({ most: 60, span: 'day' });
    expect(tooFast(sixty.slice(1), now)).toBeNull();
  });

  test('no order of arrival lets more through than any pace allows', () => {
    holds(
      fc.property(fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 300 }), (gaps) => {
        const taken: string[] = [];
        let clock = Date.parse('2026-01-01T00:00:00Z');
        for (const gap of gaps) {
          clock += gap;
          const at = new Date(clock).toISOString();
          if (tooFast(taken, at) === null) taken.push(at);
        }
        for (const { most, seconds } of PACES) {
          for (let n = most; n < taken.length; n++)
            expect(Date.parse(taken[n] ?? '') - Date.parse(taken[n - most] ?? '')).toBeGreaterThanOrEqual(
              seconds * 1000,
            );
        }
      }),
      { numRuns: 200 },
    );
  });
});
