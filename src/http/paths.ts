/** Parts of addresses, exact: no pattern takes another route's address, so that the order of routes decides nothing. */

/** A topic's slug as the last part; what follows a full stop is left to faces that print the topic in another form. */
export const SLUG = ':slug{[^/.]+}';
