/** The styles of the shadow root, shared by every element on the page. */
import host from './host.css';
import panel from './panel.css';

/** A constructed sheet: a `<style>` would be refused under `style-src 'none'`. */
export function makeSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panel + host);
  return sheet;
}
