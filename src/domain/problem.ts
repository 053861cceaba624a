/** What is wrong with something sent: the field, and a sentence that says how to mend it. */
export interface Problem {
  /** The field, as in the body: `value.low`, `evidence.0.url`. */
  path: string;
  message: string;
}
