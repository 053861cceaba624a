/** What an erasure leaves for a time, or for good, and where to read of it: said wherever something is erased. */

/** Days for which the database can be led back to an earlier state (Cloudflare D1, Time Travel). */
const BACKUP_DAYS = 30;

export const StillHeld = () => (
  <>
    Copies from which the database can be restored last {BACKUP_DAYS} days, then they are gone too. Of an
    address that bounced or complained a digest stays that cannot be read, so that it is not written to again.
    Mails that were sent lie where they were sent to.
  </>
);
