/** The products whose comments can be pulled: an adapter is one file and one name here. */
import type { Adapter } from '../edge/adapters/adapter.ts';
import { coral } from '../edge/adapters/coral.ts';
import { disqus } from '../edge/adapters/disqus.ts';
import { remark42 } from '../edge/adapters/remark42.ts';
import { wordpress } from '../edge/adapters/wordpress.ts';

export const ADAPTERS: Readonly<Record<string, Adapter>> = { wordpress, disqus, coral, remark42 };
