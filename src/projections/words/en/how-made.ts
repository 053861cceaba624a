/** How a figure was made, in one line of parts: "1,204 adults, 3–5 Mar 2025, online, ±2.8 points, for Daily D". */
import type { Mode } from '../../../domain/record/method.ts';

export const howMade = {
  /** How many of whom; `of` null where only the number is known. */
  sample: (size: string, of: string | null) => (of === null ? `sample of ${size}` : `${size} ${of}`),
  among: (whom: string) => `of ${whom}`,
  days: {
    from: (day: string) => `from ${day}`,
    to: (day: string) => `to ${day}`,
  },
  modes: {
    online: 'online',
    telephone: 'by telephone',
    'automated-call': 'by automated call',
    'text-message': 'by text message',
    'face-to-face': 'face to face',
    mail: 'by mail',
    mixed: 'by several modes',
    administrative: 'from administrative records',
    count: 'counted on the spot',
    documents: 'from documents and reports',
    measurement: 'measured by instruments',
    images: 'from images',
    model: 'by a model',
    other: 'by other means',
  } satisfies Record<Mode, string>,
  /** To either side; a share's in hundredths. */
  margin: (around: string) => `±${around}`,
  points: (number: string) => `${number} points`,
  atLevel: (margin: string, level: string) => `${margin} at ${level} confidence`,
  level: (level: string) => `${level} confidence`,
  sponsor: (name: string) => `for ${name}`,
  /** What the source says of it beside these. */
  note: (line: string | null, said: string) => (line === null ? said : `${line} · ${said}`),
};
