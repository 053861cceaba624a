/** What every mail is written on: one column of text, dark where its reader's screen is, nothing to load. */
import type { ComponentChildren } from 'preact';

/** What must hold stands on the element, since mail readers drop style sheets as they please; the dark scheme is a kindness. */
const DARK = `
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  body, .paper { background: #14161a !important; }
  .ink, .ink a { color: #e9ebee !important; }
  .grey, .grey a { color: #a6acb6 !important; }
  .rule { border-color: #363b43 !important; }
}`;

export const Paper = ({
  subject,
  lang,
  children,
}: {
  subject: string;
  lang: string;
  children: ComponentChildren;
}) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{subject}</title>
      <style>{DARK}</style>
    </head>
    <body style="margin:0;background:#ffffff">
      <div
        class="paper ink"
        style="max-width:600px;margin:0 auto;padding:24px 16px;color:#16181d;font:16px/1.45 -apple-system,'Segoe UI',Helvetica,Arial,sans-serif"
      >
        {children}
      </div>
    </body>
  </html>
);
