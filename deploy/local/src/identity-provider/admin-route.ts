import type { IncomingMessage } from 'node:http';
import type { Concern } from './admin-access.ts';
import type { Answer } from './http.ts';
import type { RealmStore } from './realm-store.ts';

/** One request to the Admin API, after the caller's right was checked. */
export interface AdminRequest {
  readonly store: RealmStore;
  readonly request: IncomingMessage;
  readonly url: URL;
  /** The part of the path behind `:name`; refuses with 404 when the route has no such part. */
  part(name: string): string;
}

export interface AdminRoute {
  readonly method: string;
  readonly pattern: URLPattern;
  readonly concern: Concern;
  readonly handle: (request: AdminRequest) => Answer | Promise<Answer>;
}

/** `path` is what follows `/admin/realms`; as in Keycloak, a slash at its end means nothing. */
export const adminRoute = (concern: Concern, method: string, path: string, handle: AdminRoute['handle']): AdminRoute => ({
  method,
  pattern: new URLPattern({ pathname: `/admin/realms${path}{/}?` }),
  concern,
  handle,
});
