/** Who runs this, how to reach them, what is kept about readers, and on what terms the record may be used. */

export const About = () => (
  <div class="prose">
    <h1>About By Source</h1>
    <p class="standfirst">
      A record of what each source has said about disputed figures, for anyone to read and embed.
    </p>
    <section class="section">
      <h2>Operator and contact</h2>
      <p>
        This site is run by whoever deployed it. Corrections are welcome from anyone: name the statement, and
        the page that shows what was said.
      </p>
    </section>
    <section class="section" id="privacy">
      <h2>Privacy</h2>
      <p>
        Reading these pages, the widget and the API sets no cookie, stores nothing on your machine, loads
        nothing from any other host, and keeps no record of who read what. Machines can read the same at{' '}
        <a href="/.well-known/does-not-track.json">does-not-track.json</a>.
      </p>
      <p>
        Who signs in to comment or asks for the digest gives an email address. It is kept for that alone, is
        shown to nobody, and signing in sets one cookie on our own pages. Each mail ends with a link that
        stops them; your account gives out all that is kept, and erases it.
      </p>
      <p>
        Who subscribes to the digest leaves an address and their choices; who signs in to comment leaves an
        address, a name and one cookie, which says on these pages alone that they are signed in. Addresses are
        shown to nobody. Both can be <a href="/readers/me">had as a file or erased</a>; of an address that
        bounced or complained, only a one-way digest of the address stays, so that it is not written to again.
        Whoever does not confirm is forgotten within two days.
      </p>
    </section>
    <section class="section" id="licence">
      <h2>Licence</h2>
      <p>
        The record may be reused under{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
          CC BY 4.0
        </a>
        : name By Source and each source, and link the topic’s page. The words quoted are their speakers’ and
        outlets’.
      </p>
    </section>
    <section class="section" id="errors">
      <h2>Errors of the API</h2>
      <p>
        Errors are problem documents (RFC 9457). Their <code>type</code> leads here: bad-request (400),
        unauthorised (401), signed-out (401), forbidden (403), not-found (404), conflict (409), too-large
        (413), invalid (422), too-many (429), server-error (500), not-ready (503). Where fields are at fault,{' '}
        <code>errors</code> names each by its path with a sentence.
      </p>
    </section>
  </div>
);
