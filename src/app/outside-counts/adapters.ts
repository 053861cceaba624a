/** The products whose comments can be pulled: an adapter is one file and one name here. */
import type { Adapter } from '../../platform/adapters/adapter.ts';
import { coral } from '../../platform/adapters/coral.ts';
import { disqus } from '../../platform/adapters/disqus.ts';
import { remark42 } from '../../platform/adapters/remark42.ts';
import { wordpress } from '../../platform/adapters/wordpress.ts';

export const ADAPTERS: Readonly<Record<string, Adapter>> = { wordpress, disqus, coral, remark42 };
