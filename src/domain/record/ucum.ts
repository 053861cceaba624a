/** Whether a text is a well-formed unit of UCUM (The Unified Code for Units of Measure, section 2.2, case-sensitive). */

/** A symbol: letters and signs with parts in square brackets ("mm[Hg]", "[in_i'H2O]"), then an exponent ("m3", "s-1"). */
const SYMBOL = /^(?:[A-Za-z%*'"_^]|\[[A-Za-z0-9_'/().-]+\])+(?:[+-]?\d+)?$/;
const FACTOR = /^\d+$/;
/** Ten to a power ("10*-3", "10^9"). */
const POWER = /^10[*^](?:[+-]?\d+)?$/;
const ANNOTATION = /\{[!-z|~]*\}/g;

/** Terms joined by `.` and `/`, each a factor, a symbol or a term in parentheses, and annotations in braces after any. */
export function isUcum(code: string): boolean {
  if (!/^[!-~]+$/.test(code)) return false;
  // An annotation alone is a unit ("{people}"), and beside a symbol it changes nothing.
  const bare = code.replace(/(^|[./(])\{[!-z|~]*\}/g, '$11').replace(ANNOTATION, '');
  return !/[{}]/.test(bare) && isTerm(bare);
}

function isTerm(text: string): boolean {
  const parts = partsOf(text.startsWith('/') ? text.slice(1) : text);
  return parts?.every(isPart) ?? false;
}

function isPart(part: string): boolean {
  if (part.startsWith('(') && part.endsWith(')')) return isTerm(part.slice(1, -1));
  return FACTOR.test(part) || POWER.test(part) || SYMBOL.test(part);
}

/** Parts between the signs that stand outside all brackets; null where brackets do not close. */
function partsOf(text: string): string[] | null {
  const parts = [''];
  let [round, square] = [0, 0];
  for (const sign of text) {
    if (sign === '[') square++;
    if (sign === ']') square--;
    if (square === 0 && sign === '(') round++;
    if (square === 0 && sign === ')') round--;
    if (round < 0 || square < 0 || square > 1) return null;
    if (round === 0 && square === 0 && (sign === '.' || sign === '/')) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return round === 0 && square === 0 ? parts : null;
}
