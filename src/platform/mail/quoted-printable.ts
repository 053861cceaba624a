/** Text as quoted-printable (RFC 2045, section 6.7): ASCII, lines of at most 76 characters, ended by CR LF. */

const LONGEST = 76;

export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(lineOf)
    .join('\r\n');
}

function lineOf(line: string): string {
  const bytes = new TextEncoder().encode(line);
  const lines: string[] = [];
  let current = '';
  bytes.forEach((byte, at) => {
    const last = at === bytes.length - 1;
    const piece = pieceOf(byte, last);
    // One place is kept for the mark that says that the line goes on.
    if (current.length + piece.length > (last ? LONGEST : LONGEST - 1)) {
      lines.push(`${current}=`);
      current = '';
    }
    current += piece;
  });
  return [...lines, current].join('\r\n');
}

/** White space stays, but not at a line's end, where servers cut it off. */
function pieceOf(byte: number, last: boolean): string {
  const plain = (byte > 32 && byte < 127 && byte !== 61) || ((byte === 32 || byte === 9) && !last);
  return plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
