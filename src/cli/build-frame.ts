// Bundles widget/frame.ts, the few lines that a framed page speaks to its host, and the headers of static files.
import { bundleForBrowsers } from './build-widget.ts';
import { contentHash } from './content-hash.ts';
import { placeFile } from './place-file.ts';
import { inProject } from './project.ts';

export type FrameEntry = { bytes: number; hash: string };

/** A sandboxed frame has no origin of its own: fonts and scripts must be readable from any. */
const HEADERS = `/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff
/fonts/*
  Cache-Control: public, max-age=31536000, immutable
/site.css
  Cache-Control: public, max-age=300, stale-while-revalidate=86400
/frame.js
  Cache-Control: public, max-age=300, stale-while-revalidate=86400
/snippets.js
  Cache-Control: public, max-age=300, stale-while-revalidate=86400
`;

/** Writes dist/assets/frame.js and dist/assets/_headers. */
export async function buildFrame(): Promise<FrameEntry> {
  const script = await bundleForBrowsers(inProject('widget/frame.ts'));
  await placeFile('dist/assets/frame.js', script);
  await placeFile('dist/assets/_headers', Buffer.from(HEADERS));
  return { bytes: script.byteLength, hash: contentHash(script) };
}
