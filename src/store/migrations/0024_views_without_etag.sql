-- An answer's ETag is computed from what is sent, which names the host asked; the stored view's own was read by nobody.
ALTER TABLE views DROP COLUMN etag;
