// For tests of the site that ask nobody outside: no other site, no provider's webhook, no report.
import type { Deps } from '../../src/app/deps.ts';
import { ADAPTERS } from '../../src/platform/adapters/adapters.ts';
import { readDeliveryReport } from '../../src/platform/mail/delivery-report.ts';
import { mailWebhooks } from '../../src/platform/mail/webhooks.ts';
import { outside } from '../../src/platform/outside.ts';

const refusing = (): Promise<never> => Promise.reject(new Error('No test asks the network.'));

export const noOutside: Pick<
  Deps,
  'outside' | 'adapters' | 'readAsset' | 'mailWebhooks' | 'readDeliveryReport'
> = {
  outside: outside(refusing, undefined),
  adapters: ADAPTERS,
  readAsset: () => Promise.resolve(null),
  mailWebhooks: mailWebhooks({ resendSecret: undefined, sesTopic: undefined, fetch: refusing }),
  readDeliveryReport,
};
