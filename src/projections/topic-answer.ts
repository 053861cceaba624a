/** What comes of asking for a topic: its view, or why there is none. */
import type { Problem } from '../domain/record/checks.ts';
import type { TopicView } from './topic-view.ts';

export type TopicAnswer =
  | { kind: 'view'; view: TopicView; text: string }
  | { kind: 'unknown'; detail: string }
  | { kind: 'unreadable'; problems: Problem[] };
