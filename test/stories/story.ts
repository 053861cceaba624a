// A story as an editor sends it: bodies of the API in order, and nothing that a deploy would have to bring.
export interface Story {
  slug: string;
  units?: object[];
  metrics?: object[];
  sources: object[];
  topic: object;
  claims: StoryClaim[];
}

/** A claim without its topic; `key` names it among the story's, for what answers or ends it. */
export interface StoryClaim {
  key?: string;
  /** Of the claim answered, by its key. */
  answers?: string;
  /** Recorded, and then ended: it was never said. */
  voided?: string;
  [field: string]: unknown;
}

/** Where a claim of a story can be checked. */
export const evidence = (outlet: string, published: string): object[] => [
  {
    url: `https://${outlet.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example/${published}`,
    outlet,
    published,
  },
];
