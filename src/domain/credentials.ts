/** What a request brings to prove that an editor sends it: values read from it, none of them believed yet. */
export interface Credentials {
  /** Of `Authorization: Bearer …`; null where there is none. */
  token: string | null;
  /** The assertion that Cloudflare Access adds, or null. */
  assertion: string | null;
  /** The session that the desk's own form opened, or null. */
  session: string | null;
  /** A page of our own sent it: a browser adds an assertion to any site's request. */
  fromOwnPage: boolean;
}
