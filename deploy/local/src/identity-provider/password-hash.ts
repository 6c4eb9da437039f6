import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

// A quarter of Node's default cost: about 10 ms, since test runs sign in hundreds of times. Nothing but development uses this.
const cost = { N: 4096, r: 8, p: 1 };
const length = 32;

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => scrypt(password.normalize('NFKC'), salt, length, cost, (error, key) => (error ? reject(error) : resolve(key))));

/** `<salt>.<scrypt key>`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(password, salt)).toString('base64url')}`;
}

/** False for a user without a password, too. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [salt, key] = (hash ?? '').split('.');
  if (!salt || !key) return false;
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url')), Buffer.from(key, 'base64url'));
}
