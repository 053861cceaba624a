/** What an editor may do, and who holds which role. */
import { z } from 'zod';

export const ROLES = ['editor', 'moderator', 'admin'] as const;
/** None holds another: an editor records, a moderator decides on comments, an admin withholds and sends. */
export type Role = (typeof ROLES)[number];

const RoleTable = z.record(z.string(), z.array(z.enum(ROLES)));

/**
 * The roles that a configuration gives an address, as in `{"desk@paper.example": ["editor", "moderator"]}`; none for an
 * address that it does not name. Throws on a configuration that cannot be read: nobody must enter by a mistake in it.
 */
export function rolesOf(configured: string | undefined, email: string): readonly Role[] {
  if (configured === undefined || configured.trim() === '') return [];
  const table = RoleTable.parse(JSON.parse(configured));
  const named = Object.entries(table).filter(([address]) => address.toLowerCase() === email.toLowerCase());
  return [...new Set(named.flatMap(([, roles]) => roles))];
}
