/** The products whose comments can be pulled: an adapter is one file and one name here. */
import type { Adapter } from './adapter.ts';
import { coral } from './coral.ts';
import { disqus } from './disqus.ts';
import { remark42 } from './remark42.ts';
import { wordpress } from './wordpress.ts';

export const ADAPTERS: Readonly<Record<string, Adapter>> = { wordpress, disqus, coral, remark42 };
