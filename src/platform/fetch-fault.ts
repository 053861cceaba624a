/** Why a fetch gave nothing to look at: a closed list. */
import type { AddressFault } from './public-address.ts';

export type FetchFault =
  | AddressFault
  | 'redirect'
  | 'too-many-redirects'
  | 'unreachable'
  | 'too-slow'
  | 'too-large'
  | 'content-type';

/** A fault thrown inside, a value outside. */
export class Fault extends Error {
  readonly fault: FetchFault;
  constructor(fault: FetchFault) {
    super(fault);
    this.fault = fault;
  }
}
