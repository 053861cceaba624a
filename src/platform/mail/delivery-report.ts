/**
 * Reports that a mail could not be delivered (RFC 3464, in a multipart/report, RFC 3462): of which mails, to whom, and
 * what the last server said. Reads what anybody may have written and believes none of it: see `sealedName`.
 */
import PostalMime, { type Attachment } from 'postal-mime';

export interface FailedRecipient {
  /** As first given and as last tried, in lower case: a server on the way may have changed one into the other. */
  addresses: string[];
  /** As in RFC 3463. */
  status: string | null;
  diagnostic: string | null;
}

export interface DeliveryReport {
  /** Message-IDs, in brackets, that the report says it is about. */
  names: string[];
  /** Only those for whom it was given up. */
  failed: FailedRecipient[];
}

/** A report is one mail to one reader; more of either is noise. */
const MOST = 20;

/** Null for what is no such report, or cannot be read. */
export async function readDeliveryReport(raw: Uint8Array): Promise<DeliveryReport | null> {
  const mail = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    maxNestingDepth: 10,
    maxHeadersSize: 200_000,
  }).catch(() => null);
  if (mail === null) return null;
  const status = mail.attachments.find(({ mimeType }) =>
    /^message\/(global-)?delivery-status$/.test(mimeType),
  );
  if (status === undefined) return null;
  const original = mail.attachments.find(({ mimeType }) =>
    /^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/.test(mimeType),
  );
  const about = mail.headers.filter(({ key }) => key === 'in-reply-to' || key === 'references');
  const headers = original ? groupsOf(textOf(original))[0] : undefined;
  const ids = [headers?.get('message-id') ?? '', ...about.map(({ value }) => value)].join(' ');
  return {
    names: [...new Set(ids.match(/<[^<>\s]+>/g))].slice(0, MOST),
    failed: groupsOf(textOf(status))
      .slice(1, MOST + 1)
      .flatMap(failedOf),
  };
}

function failedOf(fields: ReadonlyMap<string, string>): FailedRecipient[] {
  if (wordOf(fields.get('action')) !== 'failed') return [];
  const addresses = ['original-recipient', 'final-recipient'].flatMap((field) =>
    addressIn(fields.get(field) ?? ''),
  );
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null;
  const diagnostic = fields.get('diagnostic-code')?.replace(/^\s*[\w-]+\s*;\s*/, '') ?? null;
  return addresses.length === 0 ? [] : [{ addresses: [...new Set(addresses)], status, diagnostic }];
}

/** `rfc822; reader@mail.example`, or `utf-8;` (RFC 6533); some put the address in brackets. */
function addressIn(value: string): string[] {
  const address = /^\s*(?:rfc822|utf-8)\s*;\s*<?([^<>\s;]+@[^<>\s;]+?)>?\s*$/i.exec(value)?.[1];
  return address ? [address.toLowerCase()] : [];
}

/** A field's first word without comments (RFC 822, section 3.1.4). */
const wordOf = (value = ''): string =>
  value
    .replace(/\([^()]*\)/g, ' ')
    .trim()
    .toLowerCase();

/** Groups of fields parted by empty lines, folded lines joined; a field's first value counts. */
function groupsOf(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.split('\n')) {
        const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
        if (name && value !== undefined && !fields.has(name.toLowerCase()))
          fields.set(name.toLowerCase(), value.trim());
      }
      return fields;
    })
    .filter((fields) => fields.size > 0);
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);
