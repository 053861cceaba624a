// The script of the pages of snippets: buttons that copy, choices that show at once.
import { bundleForBrowsers } from './build-widget.ts';
import { contentHash } from './content-hash.ts';
import { placeFile } from './place-file.ts';
import { inProject } from './project.ts';

/** Writes dist/assets/snippets.js; gives its content hash. */
export async function buildSnippets(): Promise<string> {
  const script = await bundleForBrowsers(inProject('widget/snippets.ts'));
  await placeFile('dist/assets/snippets.js', script);
  return contentHash(script);
}
