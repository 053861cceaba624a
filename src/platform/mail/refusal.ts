/**
 * Of whom a server speaks when it refuses for good: of the mailbox, or of us. Enhanced status codes decide where there
 * is one (RFC 3463 and its registry, RFC 5248); a bare 550 means both (RFC 5321, section 4.2.3), so that its words are
 * read, and in doubt nobody is suppressed at once.
 */

/** `unsure`: this mail is not taken, and whether the next will be, nobody can say; three in a row are an answer. */
export type Blame = 'mailbox' | 'unsure' | 'us';

export interface Refusal {
  /** The reply's code, null where only a status is known. */
  code: number | null;
  /** `5.1.1`, as a report gives it; a code within the text goes before it, since the last server wrote that one. */
  status: string | null;
  text: string;
}

/** `own` is the address that we send from, `to` the one refused; null where it is not known. */
export function whoIsRefused(
  { code, status, text }: Refusal,
  { own, to }: { own: string | null; to: string },
): Blame {
  if (speaksOfSender(text, own, to)) return 'us';
  const enhanced = ENHANCED.exec(text)?.[1] ?? status;
  const [, subject, detail] = /^[45]\.(\d{1,3})\.(\d{1,3})$/.exec(enhanced ?? '') ?? [];
  switch (subject) {
    case '1':
      if (NO_MAILBOX.has(Number(detail))) return 'mailbox';
      // 5.1.7 and 5.1.8 are the sender's address.
      return detail === '0' ? byWords(code, text) : detail === '4' ? 'unsure' : 'us';
    case '2':
      // Disabled; full; too long a message, which is ours; a list that cannot be expanded.
      return detail === '1' ? 'mailbox' : detail === '3' ? 'us' : 'unsure';
    case '3':
      return detail === '4' ? 'us' : 'unsure';
    case '4':
      return 'unsure';
    case '5':
    case '6':
    case '7':
      return 'us';
    default:
      return byWords(code, text);
  }
}

/** What a refusal says, without the addresses and the codes of ours in it. */
export const withoutAddresses = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\S+@\S+/g, '…')
    .trim()
    .slice(0, 100);

/** No such mailbox, no such host, no such syntax, moved away, takes no mail at all (RFC 7505). */
const NO_MAILBOX: ReadonlySet<number> = new Set([1, 2, 3, 6, 10]);

/** Not a part of a network address. */
const ENHANCED = /(?:^|[\s#(])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/m;

const SENDER =
  /\b(sender|return[- ]path|envelope[- ]from|mail from)\b.{0,40}\b(reject|refus|den|unknown|invalid|verif|block|not |bad|domain)|\b(bad|invalid|verify|unverified|forged) (the )?sender/is;

function speaksOfSender(text: string, own: string | null, to: string): boolean {
  const said = text.toLowerCase();
  return (
    SENDER.test(text) ||
    (own !== null && said.includes(own.toLowerCase()) && !said.includes(to.toLowerCase()))
  );
}

const OURS =
  /spam|block|black ?list|\b(rbl|dnsbl|spf|dkim|dmarc|ptr|helo|ehlo|ip|rate|bulk|banned|virus)\b|listed|reputation|polic|denied|\bsender\b|relay|authenti|not (allowed|permitted|accepted)|unsolicited|content|prohibited|too (many|much)|client host|reverse dns|gr[ea]ylist|your (server|host|domain|network|message|mail)/i;

const NOBODY =
  /no such (user|mailbox|recipient|address|account|person)|unknown (user|mailbox|recipient|address|account|local[- ]part)|(invalid|nonexistent|non-existent) (user|mailbox|recipient|address)|(user|mailbox|recipient|address|account)\b.{0,60}\b(unknown|not found|(does not|doesn['’]t|not) exist|invalid|disabled|inactive|closed|no longer)|no (mailbox|user|account) (here|by that name)|not a valid (user|mailbox|recipient|address)/is;

function byWords(code: number | null, text: string): Blame {
  if (OURS.test(text)) return 'us';
  if (NOBODY.test(text)) return 'mailbox';
  return code === null || code === 550 || code === 551 || code === 553 ? 'unsure' : 'us';
}
