// Which addresses may be fetched, as the Worker's own runtime reads them.
import { describe, expect, test } from 'vitest';
import { faultOf, parseAllowed } from '../../src/platform/public-address.ts';

const faultAt = (address: string, allowed = ''): string | null =>
  faultOf(new URL(address), parseAllowed(allowed));

test.for([
  'https://news.example/',
  'https://NEWS.example:443/path?query',
  'https://xn--bcher-kva.example/',
  'https://9.9.9.9/',
  'https://[2620:fe::fe]/',
  'https://100.63.255.255/',
  'https://172.15.0.1/',
  'https://172.32.0.1/',
  'https://local.example/',
])('%s may be fetched', (address) => {
  expect(faultAt(address)).toBeNull();
});

describe('private hosts, however they are written', () => {
  test.for([
    // Names.
    'localhost',
    'LOCALHOST',
    'localhost.',
    'news.example.',
    'app.localhost',
    'printer.local',
    'metadata.google.internal',
    'router.lan',
    'box.home.arpa',
    'intranet',
    // IPv4 and its spellings.
    '127.0.0.1',
    '127.255.255.254',
    '127.0.0.1.',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '１２７.0.0.1',
    '127。0。0。1',
    '0.0.0.0',
    '0',
    '10.1.2.3',
    '100.64.0.1',
    '100.127.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.0.1',
    '3232235521',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '255.255.255.255',
    // IPv6 and IPv4 within it.
    '[::]',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::127.0.0.1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:8.8.8.8]',
    '[0:0:0:0:0:ffff:0a00:0001]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::a00:1]',
    '[2002:7f00:1::]',
    '[2002:c0a8:1::1]',
    '[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[fc00::1]',
    '[fd12:3456:789a::1]',
    '[fe80::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[100::1]',
  ])('%s', (host) => {
    expect(faultAt(`https://${host}/`)).toBe('private-host');
  });
});

test.for([
  ['http://news.example/', 'scheme'],
  ['ftp://news.example/', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['data:application/json,{}', 'scheme'],
  ['https://news.example:8443/', 'port'],
  ['https://news.example:80/', 'port'],
  ['https://someone@news.example/', 'credentials'],
  ['https://:word@news.example/', 'credentials'],
  ['https://news.example%40evil.example@127.0.0.1/', 'credentials'],
] as const)('%s is refused: %s', ([address, fault]) => {
  expect(faultAt(address)).toBe(fault);
});

describe('what the operator opens', () => {
  const opened = 'http://127.0.0.1:9000, https://blog.lan';

  test('is one scheme, one host and one port each', () => {
    expect(faultAt('http://127.0.0.1:9000/wp-json', opened)).toBeNull();
    expect(faultAt('http://2130706433:9000/', opened)).toBeNull();
    expect(faultAt('https://blog.lan/', opened)).toBeNull();
    expect(faultAt('http://127.0.0.1:9001/', opened)).toBe('scheme');
    expect(faultAt('http://blog.lan/', opened)).toBe('scheme');
    expect(faultAt('https://shop.lan/', opened)).toBe('private-host');
    expect(faultAt('http://me@127.0.0.1:9000/', opened)).toBe('credentials');
  });

  test('and a slip in it is loud', () => {
    expect(() => parseAllowed('blog.lan')).toThrow();
    expect(() => parseAllowed('file:///etc')).toThrow();
    expect(parseAllowed(undefined)).toEqual(new Set());
  });
});
