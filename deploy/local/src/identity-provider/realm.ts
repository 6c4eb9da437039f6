import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

/** What was set over the Admin API, in Keycloak's words; most of it is kept and given back, and means nothing here. */
const settingsSchema = z.record(z.string(), z.unknown());

/** A program that asks for tokens: the people's application (public, no secret) or a service with an account of its own. */
export const clientSchema = z.object({
  id: z.uuid(),
  clientId: z.string(),
  /** Null for a public client. */
  secret: z.string().nullable(),
  /** The `sub` of the client's own tokens; null for a client that may not have any. */
  serviceAccountId: z.uuid().nullable(),
  settings: settingsSchema.default({}),
  /** Names of the client scopes of every token. */
  scopes: z.array(z.string()).default([]),
  /** Names of the realm roles that a token may carry, unless the client has full scope. */
  realmRoles: z.array(z.string()).default([]),
  /** What the client's account may do in its realm: `manage-users`. */
  rights: z.array(z.string()).default([]),
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

const keySchema = z.looseObject({ kty: z.literal('RSA'), kid: z.string(), n: z.string(), e: z.string(), d: z.string() });
/** An RSA private key as a JWK. */
export type SigningKey = z.infer<typeof keySchema>;

export const realmSchema = z.object({
  id: z.uuid(),
  realm: z.string(),
  /** A realm that is off issues no tokens. */
  enabled: z.boolean(),
  /** Signs what is issued now; no two realms share one. */
  signingKey: keySchema,
  /** Keys that signed before and are still published. */
  formerKeys: z.array(keySchema).default([]),
  settings: settingsSchema.default({}),
  /** The attributes of an account, in the words of the Admin API's user profile. */
  profile: settingsSchema.default({ attributes: ['username', 'email', 'firstName', 'lastName'].map((name) => ({ name, required: { roles: ['user'] } })) }),
  clients: z.array(clientSchema),
  roles: z.array(z.object({ id: z.uuid(), name: z.string() })),
  users: z.array(userSchema),
});
/** Accounts of one county, of the state, or (`master`) of the operator. */
export type Realm = z.infer<typeof realmSchema>;

export async function newKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  return keySchema.parse({ ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' });
}

export const newRealm = async (name: string, enabled: boolean): Promise<Realm> =>
  realmSchema.parse({ id: randomUUID(), realm: name, enabled, signingKey: await newKey(), clients: [], roles: [], users: [] });

/** All keys whose tokens are good, the one that signs first. */
export const keysOf = ({ signingKey, formerKeys }: Realm): SigningKey[] => [signingKey, ...formerKeys];

export const issuerOf = (baseUrl: string, realm: string): string => `${baseUrl}/realms/${realm}`;

export const findClient = (realm: Realm, clientId: string | undefined): Client | undefined => realm.clients.find((client) => client.clientId === clientId);

/** Usernames are kept in lower case, as Keycloak does. */
export const findUser = (realm: Realm, username: string): User | undefined => realm.users.find((user) => user.username === username.toLowerCase());

const mappersSchema = z.array(z.object({ protocolMapper: z.string(), config: z.record(z.string(), z.string()).default({}) })).catch([]);

/** The `aud` of tokens made for this client: what its audience mappers say, and nothing of the platform's without one. */
export function audienceOf({ settings }: Client): string[] {
  const audiences = mappersSchema
    .parse(settings['protocolMappers'])
    .filter(({ protocolMapper }) => protocolMapper === 'oidc-audience-mapper')
    .map(({ config }) => config['included.custom.audience'])
    .filter((audience) => audience !== undefined);
  return audiences.length > 0 ? audiences : ['account'];
}
