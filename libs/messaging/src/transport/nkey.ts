import { createPrivateKey, sign } from 'node:crypto';
import { fromSeed } from '@nats-io/nkeys';
import type { Authenticator } from '@nats-io/transport-node';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** What stands before an Ed25519 key's 32 bytes in PKCS #8. */
const pkcs8Header = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Proves to NATS who connects, with the seed of an nkey in its text form (`SU...`). The library's own one signs in plain
 * JavaScript and holds everything else up meanwhile, some 50 ms each time; this one leaves that to Node. Throws where the
 * text is no seed.
 */
export function nkeyAuthenticator(seed: string): Authenticator {
  const nkey = fromSeed(new TextEncoder().encode(seed)).getPublicKey();
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Header, keyBytes(seed)]), format: 'der', type: 'pkcs8' });
  return (nonce) => ({ nkey, sig: nonce ? sign(null, Buffer.from(nonce), key).toString('base64') : '' });
}

/** Two bytes that tell the kind, the key's 32 bytes, and a checksum that the library has looked at. */
function keyBytes(seed: string): Buffer {
  const bits = [...seed].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []).subarray(2, 34);
}
