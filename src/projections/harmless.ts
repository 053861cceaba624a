/** The words of a record as a mail may carry them: whatever they hold, no reader's program takes it for anything but text. */

/** Embeddings, overrides and isolates (UAX 9) make a text read otherwise than it is written, also beyond its end. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** What is left has no look of its own; a stand-in shows that something was there. */
const CONTROLS = /[\p{Cc}\ufffe\uffff]/gu;
const STAND_IN = '\ufffd';

export const harmless = (text: string): string =>
  text.toWellFormed().replace(BREAKS, ' ').replace(TURNING, '').replace(CONTROLS, STAND_IN);

/** The same for every text in a view, however deep. */
export function harmlessly<View>(view: View): View {
  return swept(view) as View;
}

function swept(part: unknown): unknown {
  if (typeof part === 'string') return harmless(part);
  if (Array.isArray(part)) return part.map(swept);
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, swept(each)]));
}
