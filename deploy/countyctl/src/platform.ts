import type { ServiceSchema } from '@fc/tenancy';

/** What an operator holds: the administrators' ways into every part, and where the registry is published. */
export interface Platform {
  readonly postgres: { readonly host: string; readonly port: number; readonly admin: { readonly user: string; readonly password: string } };
  readonly nats: { readonly url: string; readonly adminSeed: string };
  readonly identityProvider: {
    readonly baseUrl: string;
    readonly adminSecret: string;
    /** Whether realms hand tokens to whoever sends a password, without a sign-in page: for development and tests alone. */
    readonly passwordGrant?: boolean;
  };
  readonly registryFile: string;
  /** PEM of the key that signs the registry; nobody else has it. */
  readonly registryPrivateKey: string;
  /** Where passwords and keys of counties are written, one file each. */
  readonly secretsDirectory: string;
  /** The HashiCorp Vault that keeps the counties' keys; without one they are among the secrets. */
  readonly vault?: { readonly url: string; readonly token: string } | undefined;
  /** The state's database, where the registry is kept: `state`, but for tests that share a server. */
  readonly stateDatabase: string;
  /** Every service that keeps data in a county. */
  readonly schemas: readonly ServiceSchema[];
  /** Where the gateway answers, when one runs: `http://127.0.0.1:4000/graphql`. */
  readonly gatewayUrl?: string;
  /** Days between the second operator's yes and the first thing that an offboarding destroys; 7 unless it is said. */
  readonly offboardingWaitDays?: number;
  /** How long PostgreSQL may take to let countyctl in, in milliseconds; 10 s unless it is said. */
  readonly patienceMs?: number;
}

/** Which step took how long, in milliseconds. */
export interface StepTime {
  readonly step: string;
  readonly milliseconds: number;
}

/** Told of each step as it is done. */
export type Progress = (line: string, took?: StepTime) => void;
