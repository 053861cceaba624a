/** What an erasure leaves for a time, or for good, and where to read of it: said wherever something is erased. */
import { useWords } from './speaking.ts';

/** Days for which the database can be led back to an earlier state (Cloudflare D1, Time Travel). */
const BACKUP_DAYS = 30;

export const StillHeld = () => <>{useWords().forms.stillHeld(BACKUP_DAYS)}</>;
