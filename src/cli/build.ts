// `npm run build`: everything the Worker carries that is not its own code, into dist/.
import { buildDesk, type DeskEntry } from './build-desk.ts';
import { buildFonts, type FontEntry } from './build-fonts.ts';
import { buildFrame, type FrameEntry } from './build-frame.ts';
import { buildLetters } from './build-letters.ts';
import { projectionHash } from './build-projection.ts';
import { buildSnippets } from './build-snippets.ts';
import { buildStylesheet, type StylesheetEntry } from './build-stylesheet.ts';
import { buildWidget, type WidgetEntry } from './build-widget.ts';
import { placeFile } from './place-file.ts';
import { runCommand } from './project.ts';

export type Manifest = {
  embed: WidgetEntry;
  frame: FrameEntry;
  'site.css': StylesheetEntry;
  desk: DeskEntry;
  /** Content hash of the script of the snippet pages. */
  snippets: string;
  fonts: Record<string, FontEntry>;
  /** Names the code of the projections. */
  projection: string;
};

/** Builds the widget, the stylesheet and the fonts, and writes dist/manifest.json: sizes in bytes, content hashes. */
export async function buildAll(): Promise<Manifest> {
  const [embed, frame, stylesheet, desk, snippets, fonts] = await Promise.all([
    buildWidget(),
    buildFrame(),
    buildStylesheet(),
    buildDesk(),
    buildSnippets(),
    buildFonts(),
    buildLetters(),
  ]);
  const projection = await projectionHash();
  const manifest: Manifest = { embed, frame, 'site.css': stylesheet, desk, snippets, fonts, projection };
  await placeFile('dist/manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return manifest;
}

if (import.meta.main) {
  await runCommand(async () => {
    const { embed, 'site.css': sheet, fonts } = await buildAll();
    console.log(`embed.js ${embed.bytes} bytes, ${embed.br} with Brotli`);
    console.log(`site.css ${sheet.bytes} bytes, ${Object.keys(fonts).length} fonts`);
  });
}
