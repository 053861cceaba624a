/** Draws a digest as a mail that may be sent: cut until it is small enough, without a topic that cannot be drawn. */
import type { Mail } from '../../domain/digest/mail.ts';
import { lintMail, type MailKind } from '../../domain/digest/mail-lint.ts';
import { isTooLarge, LARGEST, LARGEST_SENT, partBytes, sentBytes } from '../../domain/digest/mail-size.ts';
import {
  type DigestContent,
  type DigestReader,
  type DigestView,
  type LeftOut,
  toDigest,
} from '../../projections/digest.ts';
import { cut, linesIn, ROOMS } from '../../projections/digest-cut.ts';

export interface Drawn<Made> {
  made: Made;
  /** Topics found on the way that cannot be drawn. */
  found: LeftOut[];
}

/**
 * `draw` throws or gives faults with what it made. A topic that fails alone is left out and the rest is drawn; where none
 * does, what was made is given with its faults, or thrown.
 */
export function drawWithout<Made>(
  reader: DigestReader,
  content: DigestContent,
  draw: (view: DigestView) => { made: Made; faults: string[] },
): Drawn<Made> | { skip: 'nothing changed' } {
  const whole = attempt(reader, content, draw);
  if ('skip' in whole) return whole;
  if (whole.faults.length === 0 && 'made' in whole) return { made: whole.made, found: [] };
  const found = content.topics.flatMap((topic): LeftOut[] => {
    const alone = attempt(reader, { ...content, topics: [topic], leftOut: [] }, draw);
    if ('skip' in alone || alone.faults.length === 0) return [];
    const { slug, title } = topic;
    return [
      {
        slug,
        title,
        updated: content.at,
        claim: claimOf(reader, content, topic, draw),
        reason: alone.faults.join(' '),
      },
    ];
  });
  const rest = content.topics.filter(({ slug }) => found.every((topic) => topic.slug !== slug));
  const again =
    found.length === 0
      ? whole
      : attempt(reader, { ...content, topics: rest, leftOut: [...content.leftOut, ...found] }, draw);
  if ('skip' in again) return again;
  if ('made' in again) return { made: again.made, found };
  throw new Error(again.faults.join(' '));
}

type Attempt<Made> = { made: Made; faults: string[] } | { faults: string[] } | { skip: 'nothing changed' };

function attempt<Made>(
  reader: DigestReader,
  content: DigestContent,
  draw: (view: DigestView) => { made: Made; faults: string[] },
): Attempt<Made> {
  try {
    const view = toDigest(reader, content);
    return 'skip' in view ? view : draw(view);
  } catch (fault) {
    // Its name alone: a message may quote the record.
    return { faults: [`It could not be drawn (${fault instanceof Error ? fault.name : 'fault'}).`] };
  }
}

/** The first claim whose line fails alone; null where it is something else. */
function claimOf<Made>(
  reader: DigestReader,
  content: DigestContent,
  topic: DigestContent['topics'][number],
  draw: (view: DigestView) => { made: Made; faults: string[] },
): string | null {
  const lines = topic.told.flatMap(({ kind, lines: own }) =>
    own.map((line) => ({ kind, lines: [line], more: 0 })),
  );
  const failing = lines.find((part) => {
    const alone = attempt(reader, { ...content, topics: [{ ...topic, told: [part] }], leftOut: [] }, draw);
    return !('skip' in alone) && alone.faults.length > 0;
  });
  return failing?.lines[0]?.claim ?? null;
}

/** The view as large as a mail may be, with the faults it still has. */
export function fitted(
  view: DigestView,
  write: (view: DigestView) => Mail,
  kind: MailKind = 'digest',
): { made: Mail; faults: string[] } {
  let room = 0;
  for (;;) {
    const shown = cut(view, ROOMS[room] ?? { lines: 0, topics: 0 });
    const mail = write(shown);
    if (!isTooLarge(mail) || room >= ROOMS.length) return { made: mail, faults: lintMail(mail, kind) };
    // A view far too large is not drawn at every size on the way: its bytes go with its lines.
    const over = Math.max(partBytes(mail) / LARGEST, sentBytes(mail) / LARGEST_SENT);
    const most = (linesIn(shown) / over) * 1.2;
    do room++;
    while (room < ROOMS.length - 1 && linesIn(cut(view, ROOMS[room] ?? { lines: 0, topics: 0 })) > most);
  }
}
