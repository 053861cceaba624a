/** One mail to one recipient, before any provider sees it. */
export interface Mail {
  to: string;
  /** An address, or `Name <address>`. */
  from: string;
  subject: string;
  html: string;
  text: string;
  /** Headers beyond From, To and Subject. */
  headers: Record<string, string>;
}
