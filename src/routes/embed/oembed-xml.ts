/** The oEmbed answer, and its form as XML for consumers that know nothing newer. */
import { xmlText } from '../../http/xml.ts';

/** A rich answer (oembed.com, section 2.3.4.4). */
export interface Oembed {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  width: number;
  height: number;
  html: string;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
}

export function toOembedXml(body: Oembed): string {
  const fields = Object.entries(body).map(([name, value]) => `<${name}>${xmlText(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?><oembed>${fields.join('')}</oembed>`;
}
