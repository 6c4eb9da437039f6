import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

const cipherName = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under a fresh nonce: nonce, ciphertext and tag in one. It can be opened only with the same `about`. */
export function encrypt(key: KeyObject, plain: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws an error of node's when anything differs: the key, a bit, what it is about. */
export function decrypt(key: KeyObject, sealed: Buffer, about: string): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new Error('It is too short to have been sealed.');
  const decipher = createDecipheriv(cipherName, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}
