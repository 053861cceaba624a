/** Whether an answer is the same for all who ask without a name, so that the isolate may give it again: its route says so. */

const kept = new WeakSet<Response>();

/** Marks an answer that depends on its address alone. What is not marked is made for each who asks. */
export function forAll(response: Response): Response {
  kept.add(response);
  return response;
}

export const isForAll = (response: Response): boolean => kept.has(response);
