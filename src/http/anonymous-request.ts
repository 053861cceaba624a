/** What a request says of one who sends it and whom nobody knows yet. */

export interface AnonymousRequest {
  /** The address at which links in mails begin. */
  origin: string;
  /** The network address that asks, as the platform names it; null where it names none. */
  from: string | null;
}

/**
 * `site` is the site's own address, null to believe the one that the request was sent to: a form can be sent under any
 * name that leads here, and mails must lead to the site's own.
 */
export const anonymousRequestOf = (request: Request, site: string | null): AnonymousRequest => ({
  origin: site ?? new URL(request.url).origin,
  from: request.headers.get('CF-Connecting-IP'),
});
