// The part of oidc-provider that we use; the package ships no types.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface KoaContext {
    readonly oidc: { readonly client: { readonly clientId: string }; readonly params: Readonly<Record<string, string | undefined>> };
    body: unknown;
  }

  export interface Token {
    readonly accountId?: string;
    readonly clientId: string;
    readonly expiration: number;
    resourceServer: ResourceServer;
    /** Signs the token and gives it as text. */
    save(): Promise<string>;
  }

  export interface ResourceServer {
    identifier(): string;
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly AccessToken: new (fields: { accountId: string; client: object; gty: string }) => Token;
    readonly ResourceServer: new (identifier: string, description: object) => ResourceServer;
    registerGrantType(name: string, handler: (ctx: KoaContext) => Promise<void>, parameters: readonly string[]): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    on(event: 'server_error', listener: (ctx: KoaContext, error: Error) => void): this;
  }

  export const errors: { readonly CustomOIDCProviderError: new (error: string, description: string) => Error };
}
