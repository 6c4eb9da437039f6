import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Actor } from './actor.ts';
import { ask, dataOf, Refused } from './graphql-client.ts';

export interface CountyProgramOptions {
  readonly gatewayUrl: string;
  readonly issuer: string;
  /** The identity provider's administrator, who sets the passwords that invitations would let people choose. */
  readonly identityProvider: { readonly baseUrl: string; readonly adminSecret: string };
  /** The secret of the county realm's client `countyctl`. */
  readonly operatorSecret: string;
  /** The same for everybody, for a demo that people sign in to; else a random one each. */
  readonly password?: string;
}

export interface NewPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly languages?: readonly string[];
  readonly phone?: string;
}

/** Brings the first people into a county's program, over the same API that everybody uses. */
export class CountyProgram {
  readonly #options: CountyProgramOptions;

  constructor(options: CountyProgramOptions) {
    this.#options = options;
  }

  get issuer(): string {
    return this.#options.issuer;
  }

  /** The program supervisor whom the operator appoints when a county is added. */
  async appointSupervisor(person: Omit<NewPerson, 'roles' | 'languages' | 'phone'>): Promise<Actor> {
    const { gatewayUrl, issuer, operatorSecret } = this.#options;
    const token = await clientToken(issuer, operatorSecret);
    const query = 'mutation ($input: AppointFirstSupervisorInput!) { appointFirstSupervisor(input: $input) }';
    const input = { idempotencyKey: crypto.randomUUID(), ...person };
    const appoint = async (): Promise<string> => dataOf(await ask<{ appointFirstSupervisor: string }>(gatewayUrl, { authorization: `Bearer ${token}` }, query, { input })).appointFirstSupervisor;
    // A county that was added a moment ago is taken up by all processes within five seconds.
    return this.signedIn(await onceKnown(['UNKNOWN_ISSUER', 'COUNTY_NOT_READY'], appoint), person.email);
  }

  /** Whom somebody of the program invites, ready to sign in. */
  async invite(inviter: Actor, person: NewPerson): Promise<Actor> {
    const { id } = await inviter.do<{ id: string }>('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { id } }', person);
    return this.signedIn(id, person.email);
  }

  /** Somebody who has an account already, ready to sign in. */
  async signedIn(personId: string, username: string): Promise<Actor> {
    const { gatewayUrl, issuer } = this.#options;
    const password = this.#options.password ?? randomBytes(12).toString('base64url');
    await this.#setPassword(username, password);
    const actor = new Actor(gatewayUrl, personId, { issuer, username, password });
    await onceKnown(['UNKNOWN_PERSON'], () => actor.get('{ me { id } }'));
    return actor;
  }

  async #setPassword(username: string, password: string): Promise<void> {
    const { identityProvider, issuer } = this.#options;
    const realm = issuer.split('/realms/')[1];
    const headers = { authorization: `Bearer ${await clientToken(`${identityProvider.baseUrl}/realms/master`, identityProvider.adminSecret)}`, 'content-type': 'application/json' };
    const users = `${identityProvider.baseUrl}/admin/realms/${realm}/users`;
    const [user] = (await (await fetch(`${users}?username=${encodeURIComponent(username)}&exact=true`, { headers })).json()) as { id: string }[];
    if (!user) throw new Error(`${username} has no account.`);
    const set = await fetch(`${users}/${user.id}/reset-password`, { method: 'PUT', headers, body: JSON.stringify({ type: 'password', value: password, temporary: false }) });
    if (!set.ok) throw new Error(`The password of ${username} could not be set: ${set.status}`);
  }
}

/** Asks again while the answer is one of these refusals, up to twenty seconds: registry and projections follow by themselves. */
async function onceKnown<Answer>(codes: readonly string[], ask: () => Promise<Answer>): Promise<Answer> {
  for (const until = Date.now() + 20_000; ; await sleep(50)) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Refused) || !codes.includes(error.code) || Date.now() > until) throw error;
    }
  }
}

async function clientToken(issuer: string, secret: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'countyctl', client_secret: secret });
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`${issuer} does not let countyctl in: ${answer.status}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}
