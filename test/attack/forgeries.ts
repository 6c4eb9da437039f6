import { createHmac, createPublicKey } from 'node:crypto';
import type { Actor } from '@fc/testing';
import { CompactEncrypt } from 'jose';
import { newKey, signed, unsigned, type Claims, type OwnRealm } from './own-realm.ts';

export interface Stage {
  readonly king: OwnRealm;
  readonly pierce: OwnRealm;
  /** Of the state's realm. */
  readonly stateIssuer: string;
  /** Of king, with good standing there. */
  readonly person: Actor;
  /** What was a good token of that person before the county changed its realm. */
  readonly fromOldRealm: string;
}

export interface Forgery {
  readonly title: string;
  /** `UNAUTHENTICATED` unless said. */
  readonly code?: 'TOKEN_EXPIRED' | 'UNKNOWN_ISSUER';
  readonly forge: (stage: Stage) => Promise<string>;
}

const now = (): number => Math.floor(Date.now() / 1_000);
const publicPem = ({ king }: Stage): string => createPublicKey({ key: king.key.jwk as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString(); // jose's and Node's types of a JWK differ

const says = (title: string, change: (stage: Stage) => Claims, code?: Forgery['code']): Forgery => ({ title, forge: (stage) => stage.king.token(stage.person, change(stage)), ...(code && { code }) });
const heads = (title: string, header: (stage: Stage) => object): Forgery => ({ title, forge: (stage) => stage.king.token(stage.person, {}, header(stage)) });
const unsignedAs = (alg: string): Forgery => ({
  title: `without a signature, as algorithm "${alg}"`,
  forge: async ({ king, person }) => unsigned({ ...king.header, alg }, await king.claims(person)),
});
const hidden = (title: string, hide: (json: string, claims: Claims) => string): Forgery => ({
  title,
  forge: async ({ king, person }) => {
    const claims = await king.claims(person);
    return signed(king.header, hide(JSON.stringify(claims), claims), king.key);
  },
});
const spelled = (title: string, spell: (issuer: string) => unknown): Forgery => says(`whose issuer is spelled ${title}`, ({ king }) => ({ iss: spell(king.issuer) }), 'UNKNOWN_ISSUER');

/** Every way of making or misusing a token that this platform has an answer to. All but the unsigned ones carry a signature of the county's own key, unless the key is the forgery. */
export const forgeries: readonly Forgery[] = [
  ...['none', 'None', 'nOnE', 'NONE', ''].map(unsignedAs),
  { title: 'whose signature was cut off', forge: async ({ king, person }) => (await king.token(person)).replace(/[^.]+$/, '') },
  { title: 'whose last part is missing', forge: async ({ king, person }) => (await king.token(person)).split('.').slice(0, 2).join('.') },
  { title: 'with the signature of another token', forge: async ({ king, person }) => unsigned(king.header, await king.claims(person), (await king.token(person, { jti: 'another' })).split('.')[2]) },
  {
    title: 'signed by HS256 with the public key as the secret',
    forge: async (stage) => {
      const input = unsigned({ ...stage.king.header, alg: 'HS256' }, await stage.king.claims(stage.person)).slice(0, -1);
      return `${input}.${createHmac('sha256', publicPem(stage)).update(input).digest('base64url')}`;
    },
  },
  { title: "signed by a stranger under the county's key id", forge: async ({ king, person }) => signed(king.header, await king.claims(person), await newKey('stranger')) },
  {
    title: 'signed by a key that its header brings along',
    forge: async ({ king, person }) => {
      const stranger = await newKey(king.key.kid);
      return signed({ ...king.header, jwk: stranger.jwk }, await king.claims(person), stranger);
    },
  },
  heads('whose header brings a key along, even the right one', ({ king }) => ({ jwk: king.key.jwk })),
  heads('whose header names where its keys are (jku)', ({ pierce }) => ({ jku: `${pierce.issuer}/protocol/openid-connect/certs` })),
  heads('whose header names a certificate (x5u)', () => ({ x5u: 'https://attacker.example/certificate' })),
  heads('whose header brings a certificate (x5c)', () => ({ x5c: ['MIIB'] })),
  heads('without a key id', () => ({ kid: undefined })),
  heads('whose key id is a path', () => ({ kid: '../../../../dev/null' })),
  heads('whose key id is SQL', () => ({ kid: "x' union select 'key" })),
  heads('whose key id is a list', ({ king }) => ({ kid: [king.key.kid] })),
  heads('whose key id is of another county', ({ pierce }) => ({ kid: pierce.key.kid })),
  heads('with an extension that it calls critical', () => ({ crit: ['exp2'], exp2: 1 })),
  heads('whose payload is said to be unencoded', () => ({ b64: false, crit: ['b64'] })),
  heads('of another type', () => ({ typ: 'logout+jwt' })),
  heads('of no type', () => ({ typ: undefined })),
  {
    title: 'that is encrypted',
    forge: async ({ king, person }) => new CompactEncrypt(Buffer.from(JSON.stringify(await king.claims(person)))).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(Buffer.alloc(32)),
  },
  says('for another audience', () => ({ aud: 'account' })),
  says('for an audience that begins alike', () => ({ aud: 'family-connections-api-admin' })),
  says('for nobody', () => ({ aud: undefined })),
  { title: "with another county's key", forge: async ({ king, pierce, person }) => signed({ ...king.header, kid: pierce.key.kid }, await king.claims(person), pierce.key) },
  { title: "with another county's key under this county's key id", forge: async ({ king, pierce, person }) => signed(king.header, await king.claims(person), pierce.key) },
  says("of the state, with a county's key", ({ stateIssuer }) => ({ iss: stateIssuer, realm_access: { roles: ['state'] } })),
  says("of a county, with the state's class", () => ({ realm_access: { roles: ['state'] } })),
  spelled('with a slash at its end', (issuer) => `${issuer}/`),
  spelled('in capitals', (issuer) => issuer.toUpperCase()),
  spelled('with another host name', (issuer) => issuer.replace('127.0.0.1', 'localhost')),
  spelled('with a user name before the host', (issuer) => issuer.replace('//', '//king@')),
  spelled('without its port', (issuer) => issuer.replace(/:\d+/, '')),
  spelled('with a detour in its path', (issuer) => issuer.replace('/realms/', '/realms/./')),
  spelled('with a query', (issuer) => `${issuer}?`),
  spelled('as a list', (issuer) => [issuer]),
  says('of no issuer', () => ({ iss: undefined }), 'UNKNOWN_ISSUER'),
  { title: 'of a realm that was the county’s once', code: 'UNKNOWN_ISSUER', forge: async ({ fromOldRealm }) => fromOldRealm },
  says('that has expired', () => ({ iat: now() - 100, exp: now() - 10 }), 'TOKEN_EXPIRED'),
  says('that is not good yet', () => ({ nbf: now() + 60 })),
  says('made in the future', () => ({ iat: now() + 60, exp: now() + 120 })),
  says('that lives longer than any may', () => ({ iat: now() - 16 * 60, exp: now() + 3_600 }), 'TOKEN_EXPIRED'),
  says('without an expiry', () => ({ exp: undefined })),
  says('whose expiry is text', () => ({ exp: '99999999999' })),
  says('without a time of issue', () => ({ iat: undefined })),
  says('without a subject', () => ({ sub: undefined })),
  says('whose subject is a list', () => ({ sub: ['a', 'b'] })),
  says('without an id', () => ({ jti: undefined })),
  says('that tells who somebody is (ID)', () => ({ typ: 'ID' })),
  says('that renews a session (Refresh)', () => ({ typ: 'Refresh' })),
  says('of no kind', () => ({ typ: undefined })),
  says('given to an unknown client', () => ({ azp: 'admin-cli' })),
  says('given to a client named like a part of every object', () => ({ azp: '__proto__' })),
  says('with two class roles', () => ({ realm_access: { roles: ['staff', 'family'] } })),
  says('with its roles in one text', () => ({ realm_access: { roles: 'staff' } })),
  hidden('whose subject hides in __proto__', (json, { sub }) => json.replace(`"sub":"${String(sub)}"`, `"__proto__":{"sub":"${String(sub)}"}`)),
  hidden('whose roles hide in __proto__', (json) => json.replace('{"roles":["staff"]}', '{"__proto__":{"roles":["staff"]}}')),
  hidden('whose payload is a list', (json) => `[${json}]`),
  hidden('whose payload is no JSON', (json) => json.slice(0, -1)),
];
