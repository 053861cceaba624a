/** English, the language that is always whole: its shape is what every other catalogue must fill. */
import { frame } from './en/frame.ts';
import { front } from './en/front.ts';
import { method } from './en/method.ts';
import { standing } from './en/standing.ts';
import { topicPage } from './en/topic-page.ts';

export const en = { frame, front, method, standing, topicPage };
