/** The digest that the next reader in line would get now, for the operator at the command line. */
import { Hono } from 'hono';
import { problem } from '../../http/problem.ts';

export interface DigestPreview {
  subject: string;
  html: string;
  text: string;
  /** For whom: "a new reader", or "the reader whose digest is due next". */
  reader: string;
}

export interface PreviewDoors {
  actor(request: Request, role: 'admin'): Promise<{ name: string } | 'unauthorised' | 'forbidden'>;
  preview(origin: string): Promise<DigestPreview | 'nothing changed'>;
}

export function previewRoutes(doors: PreviewDoors): Hono {
  const routes = new Hono();

  /** GET /v1/digest-preview */
  routes.get('/v1/digest-preview', async (c) => {
    const actor = await doors.actor(c.req.raw, 'admin');
    if (actor === 'unauthorised')
      return problem('unauthorised', 'Send an admin’s token as "Authorization: Bearer …".');
    if (actor === 'forbidden') return problem('forbidden', 'This needs the role of admin.');
    const made = await doors.preview(new URL(c.req.url).origin);
    const body = made === 'nothing changed' ? { skip: made } : made;
    return new Response(JSON.stringify(body), {
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'private, no-store' },
    });
  });

  return routes;
}
