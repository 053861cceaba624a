/** The kinds of quantity that a measure's numbers can be, and what each kind allows and asks for. */

export const QUANTITIES = ['count', 'amount', 'rate', 'share', 'index', 'duration', 'money'] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** How a measure's numbers are to be read. */
export interface Gauge {
  quantity: Quantity;
  /** The unit is a part of one, printed as percent: 0.048 is 4.8 %. */
  inParts: boolean;
}

/** Things and hours are counted from nothing; what can be owed, lost or shrink can lie below it. */
export function mayBeNegative(quantity: Quantity): boolean {
  switch (quantity) {
    case 'count':
    case 'duration':
    case 'share':
      return false;
    case 'amount':
    case 'rate':
    case 'index':
    case 'money':
      return true;
  }
}
