/** The styles of the shadow root, shared by every element of a document. */
import host from './host.css';
import kept from './kept.css';
import panel from './panel.css';

/** A constructed sheet of that window: a `<style>` would be refused under `style-src 'none'`. */
export function makeSheet(view: Window & typeof globalThis): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(panel + kept + host);
  return sheet;
}
