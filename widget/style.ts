/** The styles of the shadow root, made once and shared by every element on the page. */
import css from './panel.css';

let sheet: CSSStyleSheet | undefined;

/** A constructed sheet: a `<style>` would be refused under `style-src 'none'`. */
export function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
