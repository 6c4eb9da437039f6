import { requestToken } from '../token.ts';
import { ask, dataOf, Refused, type GraphQLAnswer } from './graphql-client.ts';

export interface SignIn {
  readonly issuer: string;
  readonly username: string;
  readonly password: string;
}

/** A token is asked for anew when it has less than this long to live, in milliseconds; it lives five minutes. */
const tokenLife = 240_000;

/** How long a person tries again what was refused only because nobody could be asked in time, in milliseconds. */
const patience = 8_000;

/** A person of a county's program who signs in and asks the gateway, as their own client would. */
export class Actor {
  readonly personId: string;
  readonly signIn: SignIn;
  readonly #url: string;
  #token: Promise<string> | undefined;
  #tokenFrom = 0;

  constructor(url: string, personId: string, signIn: SignIn) {
    this.#url = url;
    this.personId = personId;
    this.signIn = signIn;
  }

  token(): Promise<string> {
    if (!this.#token || Date.now() - this.#tokenFrom > tokenLife) {
      this.#token = requestToken(this.signIn);
      this.#tokenFrom = Date.now();
    }
    return this.#token;
  }

  /** Everything that came back, refusals included. */
  async ask<Data>(query: string, variables: object = {}): Promise<GraphQLAnswer<Data>> {
    return ask<Data>(this.#url, { authorization: `Bearer ${await this.token()}` }, query, variables);
  }

  /** The answer's data. Tries again what is uncertain, as people are told to: nothing was done. Throws `Refused` with the code of the first error. */
  async get<Data>(query: string, variables: object = {}): Promise<Data> {
    for (const until = Date.now() + patience; ; ) {
      try {
        return dataOf(await this.ask<Data>(query, variables));
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'CONTACT_UNCERTAIN' || Date.now() > until) throw error;
      }
    }
  }

  /** Runs the one mutation of that document with this input and a fresh idempotency key; answers what the mutation answers. */
  async do<Result>(mutation: string, input: object): Promise<Result> {
    const data = await this.get<Record<string, Result>>(mutation, { input: { idempotencyKey: crypto.randomUUID(), ...input } });
    return Object.values(data)[0] as Result;
  }
}
