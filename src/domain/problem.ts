/** What is wrong with something sent: the field, and a sentence that says how to mend it; and the verdict on it. */
export interface Problem {
  /** The field, as in the body: `value.low`, `evidence.0.url`. */
  path: string;
  message: string;
}

/** What was admitted, or each problem. */
export type Verdict<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };
