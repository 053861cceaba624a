/** What a request says of one who sends it and whom nobody knows yet. */

export interface AnonymousRequest {
  /** The site's own address as the stranger reached it. */
  origin: string;
  /** The network address that asks, as the platform names it; null where it names none. */
  from: string | null;
}

export const anonymousRequestOf = (request: Request): AnonymousRequest => ({
  origin: new URL(request.url).origin,
  from: request.headers.get('CF-Connecting-IP'),
});
