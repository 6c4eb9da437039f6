import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

/** A program that asks for tokens: the people's application (public, no secret) or a service with an account of its own. */
export const clientSchema = z.object({
  id: z.uuid(),
  clientId: z.string(),
  /** Null for a public client. */
  secret: z.string().nullable(),
  /** The `sub` of the client's own tokens; null for a client that may not have any. */
  serviceAccountId: z.uuid().nullable(),
  /** The `aud` of tokens made for this client. */
  audience: z.array(z.string()).min(1),
});
export type Client = z.infer<typeof clientSchema>;

export const userSchema = z.object({
  /** The `sub` of the user's tokens. */
  id: z.uuid(),
  username: z.string(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  enabled: z.boolean(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  /** Milliseconds since 1970. */
  createdTimestamp: z.int(),
  passwordHash: z.string().nullable(),
  /** Names of realm roles. */
  roles: z.array(z.string()),
});
export type User = z.infer<typeof userSchema>;

export const realmSchema = z.object({
  id: z.uuid(),
  realm: z.string(),
  /** A realm that is off issues no tokens. */
  enabled: z.boolean(),
  /** RSA private key as a JWK; no two realms share one. */
  signingKey: z.looseObject({ kty: z.literal('RSA'), kid: z.string(), n: z.string(), e: z.string(), d: z.string() }),
  clients: z.array(clientSchema),
  roles: z.array(z.object({ id: z.uuid(), name: z.string() })),
  users: z.array(userSchema),
});
/** Accounts of one county, of the state, or (`master`) of the operator. */
export type Realm = z.infer<typeof realmSchema>;

export async function newRealm(name: string, enabled: boolean): Promise<Realm> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' };
  return { id: randomUUID(), realm: name, enabled, signingKey: realmSchema.shape.signingKey.parse(key), clients: [], roles: [], users: [] };
}

export const issuerOf = (baseUrl: string, realm: string): string => `${baseUrl}/realms/${realm}`;

export const findClient = (realm: Realm, clientId: string | undefined): Client | undefined => realm.clients.find((client) => client.clientId === clientId);

/** Usernames are kept in lower case, as Keycloak does. */
export const findUser = (realm: Realm, username: string): User | undefined => realm.users.find((user) => user.username === username.toLowerCase());
