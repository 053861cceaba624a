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
