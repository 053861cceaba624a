/** The kinds of quantity that a measure's numbers can be, and what each kind allows and asks for. */

export const QUANTITIES = ['count', 'amount', 'rate', 'share', 'index', 'duration', 'money'] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** How a measure's numbers are to be read. */
export interface Gauge {
  quantity: Quantity;
  /** What the whole is in the unit: 1 where 0.048 is 4.8 %, 100 where 4.8 is; null where the unit is no part. */
  whole: number | null;
  /** A difference: below zero too, whatever the quantity. */
  signed?: boolean;
}

const WHOLES: Readonly<Record<string, number>> = { share: 1, percent: 100 };

/** What the whole is in a unit, by its id. */
export const wholeOf = (unit: string): number | null => WHOLES[unit] ?? null;

/** Things and hours are counted from nothing, differences of them are not; what can be owed, lost or shrink can lie below it. */
export function mayBeNegative({ quantity, signed = false }: Gauge): boolean {
  switch (quantity) {
    case 'count':
    case 'duration':
    case 'share':
      return signed;
    case 'amount':
    case 'rate':
    case 'index':
    case 'money':
      return true;
  }
}

/**
 * Of a count or an amount the distance from zero is the size, so that an axis cut off above zero makes small differences
 * look large; the zero of an index or a rate is a convention, and what is read is the difference.
 */
export function startsAtZero(quantity: Quantity): boolean {
  switch (quantity) {
    case 'index':
    case 'rate':
      return false;
    case 'count':
    case 'amount':
    case 'share':
    case 'duration':
    case 'money':
      return true;
  }
}
