/** Where the platform believes the sender of a request to be: an IANA name, UTC where it has no belief. */
export const timeZoneOf = (request: Request & { cf?: { timezone?: string } }): string =>
  request.cf?.timezone || 'UTC';
