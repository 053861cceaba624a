/** Takes messages off the queue: done ones are acknowledged, others come back later, and one's fault is its own. */
import { backoff, type DigestDeps, type DigestMessage, type Progress } from './digest-deps.ts';
import { pageReaders, resumeReaders } from './page-run.ts';
import { sendReaders } from './send-readers.ts';

export async function consumeDigests(
  deps: DigestDeps,
  batch: Pick<MessageBatch<DigestMessage>, 'messages'>,
): Promise<void> {
  for (const message of batch.messages) {
    try {
      const progress = await workOn(deps, message.body, message.attempts);
      if (progress.kind === 'done') message.ack();
      else message.retry({ delaySeconds: Math.ceil(progress.after) });
    } catch (fault) {
      console.error(`A digest message failed (${message.body.kind}, ${message.body.run})`, fault);
      message.retry({ delaySeconds: Math.ceil(backoff(message.attempts, deps.random)) });
    }
  }
}

function workOn(deps: DigestDeps, message: DigestMessage, attempt: number): Promise<Progress> {
  switch (message.kind) {
    case 'page':
      return pageReaders(deps, message);
    case 'send':
      return sendReaders(deps, message, attempt);
    case 'resume':
      return resumeReaders(deps, message);
  }
}
