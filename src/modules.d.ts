// What the bundler makes of files that are not code: bytes, text, and what the build leaves in dist/.
declare module '*.br' {
  const bytes: ArrayBuffer;
  export default bytes;
}

declare module '*.ttf' {
  const bytes: ArrayBuffer;
  export default bytes;
}

declare module '*.bin' {
  const bytes: ArrayBuffer;
  export default bytes;
}

declare module '*.txt' {
  const text: string;
  export default text;
}

declare module '*/dist/manifest.json' {
  /** One entry a served file: its content hash, and what a page needs to name it. */
  const manifest: {
    embed: { bytes: number; br: number; hash: string; sri: string };
    frame: { bytes: number; hash: string };
    'site.css': { bytes: number; hash: string };
    /** Content hashes. */
    desk: { script: string; style: string };
    snippets: string;
    fonts: Record<string, { bytes: number; hash: string; path: string }>;
    projection: string;
  };
  export default manifest;
}

declare module '*/dist/widths.json' {
  /** Advance widths in thousandths of an em, by font file and code point. */
  const widths: Record<
    string,
    { ascent: number; descent: number; missing: number; advance: Record<string, number> }
  >;
  export default widths;
}

declare module '*/dist/letters.json' {
  /** The fonts of letters beyond the first alphabet, in the order in which a letter is looked for. */
  const families: {
    /** The name of its package, which opens the names of its files. */
    from: string;
    /** How the file of each weight calls itself. */
    names: Record<string, string>;
    /** Letters join or stand above one another: only a shaper knows their width. */
    shaped: boolean;
    rightToLeft: boolean;
    /** One width for all, in thousandths of an em; null where `advance` says each. */
    wide: number | null;
    /** Of each slice the code points it holds, in hexadecimal: `0400-045f,0490`. */
    slices: Record<string, string>;
    /** By weight and code point, in thousandths of an em. */
    advance: Record<string, Record<string, number>>;
  }[];
  export default families;
}

declare module '*/codebook.json' {
  const codebook: { metrics: unknown[]; units: unknown[] };
  export default codebook;
}
