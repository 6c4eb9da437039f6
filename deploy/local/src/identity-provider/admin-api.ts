import type { IncomingMessage } from 'node:http';
import { requireAdmin, type Concern } from './admin-access.ts';
import { realmRoutes } from './admin-realms.ts';
import { userRoutes } from './admin-users.ts';
import { Refusal, type Answer } from './http.ts';
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

const routes: readonly AdminRoute[] = [...realmRoutes, ...userRoutes];

/** The part of Keycloak's Admin REST API that the platform uses, with the same paths, bodies and answers. */
export async function answerAdmin(store: RealmStore, baseUrl: string, request: IncomingMessage, url: URL): Promise<Answer> {
  for (const route of routes) {
    const match = route.method === request.method && route.pattern.exec(url);
    if (!match) continue;
    const parts = match.pathname.groups;
    await requireAdmin(store, baseUrl, request.headers.authorization, route.concern, parts['realm']);
    return route.handle({
      store,
      request,
      url,
      part: (name) => {
        const value = parts[name];
        if (value === undefined) throw new Refusal(404, { error: 'HTTP 404 Not Found' });
        return decodeURIComponent(value);
      },
    });
  }
  throw new Refusal(404, { error: 'HTTP 404 Not Found' });
}
