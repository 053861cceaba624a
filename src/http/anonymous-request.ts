/** What a request says of one who sends it and whom nobody knows yet. */

export interface AnonymousRequest {
  /** The address at which links in mails begin. */
  origin: string;
  /** The network address that asks, as the platform names it; null where it names none. */
  from: string | null;
  /** The language in which it asks to be answered; none where it names none. */
  lang?: string;
}

/**
 * `site` is the site's own address, null to believe the one that the request was sent to: a form can be sent under any
 * name that leads here, and mails must lead to the site's own.
 */
export function anonymousRequestOf(request: Request, site: string | null): AnonymousRequest {
  const { origin, searchParams } = new URL(request.url);
  const lang = searchParams.get('lang');
  const from = request.headers.get('CF-Connecting-IP');
  return { origin: site ?? origin, from, ...(lang === null ? {} : { lang }) };
}
