// Amazon's part in a test: a key, a certificate that holds it, and messages signed as SNS signs them.

type Bytes = Uint8Array<ArrayBuffer>;

/** One element of DER (X.690): its tag, the length of its content, its content. */
function der(tag: number, ...parts: Bytes[]): Bytes {
  const content = joined(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return joined([Uint8Array.from([tag, ...size]), content]);
}

function joined(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let from = 0;
  for (const part of parts) {
    all.set(part, from);
    from += part.length;
  }
  return all;
}

const ascii = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0));
const base64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));

/** As much of a certificate (RFC 5280, section 4.1) as names a key; nobody signed it. */
function certificateOf(spki: Bytes): string {
  const sha256WithRsa = der(
    0x30,
    der(0x06, Uint8Array.from([42, 134, 72, 134, 247, 13, 1, 1, 11])),
    der(0x05),
  );
  const validity = der(0x30, der(0x17, ascii('260101000000Z')), der(0x17, ascii('360101000000Z')));
  const version = der(0xa0, der(0x02, Uint8Array.from([2])));
  const serial = der(0x02, Uint8Array.from([1]));
  const toBeSigned = der(0x30, version, serial, sha256WithRsa, der(0x30), validity, der(0x30), spki);
  const text = base64(der(0x30, toBeSigned, sha256WithRsa, der(0x03, Uint8Array.from([0, 0]))));
  return `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

export interface SnsSigner {
  certificate: string;
  sign(fields: Record<string, string>): Promise<string>;
}

export async function snsSigner(): Promise<SnsSigner> {
  const use = {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2_048,
    publicExponent: Uint8Array.from([1, 0, 1]),
    hash: 'SHA-256',
  };
  const keys = (await crypto.subtle.generateKey(use, true, ['sign', 'verify'])) as CryptoKeyPair;
  const spki = new Uint8Array((await crypto.subtle.exportKey('spki', keys.publicKey)) as ArrayBuffer);
  return {
    certificate: certificateOf(spki),
    async sign(fields) {
      const names = Object.keys(fields)
        .filter((name) => !/^(Signature|SignatureVersion|SigningCertURL|UnsubscribeURL)$/.test(name))
        .sort();
      const text = names.map((name) => `${name}\n${fields[name]}\n`).join('');
      const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', keys.privateKey, ascii(text));
      return JSON.stringify({ ...fields, Signature: base64(new Uint8Array(signature)) });
    },
  };
}
