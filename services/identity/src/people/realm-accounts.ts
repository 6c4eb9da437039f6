import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@fc/domain-kernel';
import { SecretProvider } from '@fc/runtime';
import { countyContext } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { requireEmail } from '../contact-details/contact-values.ts';

export interface NewAccount {
  /** What the person signs in with. */
  readonly email: string;
  /** Staff of the county or its partners, or one of the families and their mentors. */
  readonly class: 'staff' | 'family';
}

/** How long an invitation can be followed, in seconds: three days. */
const invitationLifespan = 3 * 24 * 3_600;

/** How long a secret that the realm does not take is read again, in milliseconds. */
const longestWait = 2_000;

/** How long one answer of the realm may take, in milliseconds; when it sends mail, the mail server's part is in it. */
const patience = 5_000;

const tokenSchema = z.object({ access_token: z.string() });
const usersSchema = z.array(z.object({ id: z.string() }));
const rolesSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** The accounts of the county's realm, made over Keycloak's Admin API as the client `identity-service`. */
@Injectable()
export class RealmAccounts {
  constructor(private readonly secrets: SecretProvider) {}

  /** Makes the account, or finds the one that an interrupted invitation left behind; answers its subject. Throws `IDENTITY.EMAIL_FORMAT`, `IDENTITY.ACCOUNTS_UNAVAILABLE`. */
  async invite(account: NewAccount): Promise<string> {
    const email = requireEmail(account.email);
    const call = await this.#signIn();
    await call('POST', '/users', { username: email, email, enabled: true, emailVerified: false });
    const [user] = usersSchema.parse(await call('GET', `/users?username=${encodeURIComponent(email)}&exact=true`));
    if (!user) throw unavailable();
    // Who keeps accounts may not read the realm's list of roles, but sees which of them this account could still be given.
    const givable = rolesSchema.parse(await call('GET', `/users/${user.id}/role-mappings/realm/available`));
    const role = givable.find(({ name }) => name === account.class);
    if (role) await call('POST', `/users/${user.id}/role-mappings/realm`, [role]);
    return user.id;
  }

  /** Has the realm's mail server send a link by which the owner of the account chooses a password. Throws `IDENTITY.ACCOUNTS_UNAVAILABLE`, also where the mail server does not take it. */
  async sendInvitation(subject: string): Promise<void> {
    const call = await this.#signIn();
    await call('PUT', `/users/${subject}/execute-actions-email?lifespan=${invitationLifespan}`, ['UPDATE_PASSWORD']);
  }

  /** Whether the account may be signed in with; one that may not has no session left. Does nothing where the realm has no such account. Throws `IDENTITY.ACCOUNTS_UNAVAILABLE`. */
  async allow(subject: string, enabled: boolean): Promise<void> {
    const call = await this.#signIn();
    await call('PUT', `/users/${subject}`, { enabled });
    if (!enabled) await call('POST', `/users/${subject}/logout`);
  }

  /** Takes the account away; one that is gone already is as good as taken away. Throws `IDENTITY.ACCOUNTS_UNAVAILABLE`. */
  async remove(subject: string): Promise<void> {
    const call = await this.#signIn();
    await call('DELETE', `/users/${subject}`);
  }

  async #signIn(): Promise<(method: string, path: string, body?: unknown) => Promise<unknown>> {
    const { issuer } = countyContext().county;
    const [server, realm] = issuer.split('/realms/') as [string, string];
    const token = await this.#token(issuer, `realms/${realm}/identity-service.secret`);
    return (method, path, body) =>
      ask(`${server}/admin/realms/${realm}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  }

  /** While the secret is being rotated, the realm may know the new one a moment before it lies in its place here. */
  async #token(issuer: string, secretName: string): Promise<string> {
    for (const until = Date.now() + longestWait; ; await sleep(100)) {
      const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'identity-service', client_secret: this.secrets.read(secretName) });
      const response = await fetch(`${issuer}/protocol/openid-connect/token`, { method: 'POST', body: form, signal: AbortSignal.timeout(patience) }).catch((error: unknown) => {
        throw unavailable(error);
      });
      if (response.ok) return tokenSchema.parse(await response.json()).access_token;
      if (![400, 401].includes(response.status) || Date.now() > until) throw unavailable(new Error(`${response.status} from the realm`));
    }
  }
}

const unavailable = (cause?: unknown): DomainError => new DomainError('IDENTITY.ACCOUNTS_UNAVAILABLE', 'Accounts cannot be made or changed at the moment. Please try again in a few minutes.', { cause });

/** What exists already (409) is as good as made; what is not there (404) has nothing that could be changed. */
async function ask(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patience) }).catch((error: unknown) => {
    throw unavailable(error);
  });
  const text = await response.text();
  const settled = response.status === 409 || response.status === 404;
  if (!response.ok && !settled) throw unavailable(new Error(`${response.status} from the realm`));
  return text === '' || settled ? undefined : (JSON.parse(text) as unknown);
}
