import type { IncomingMessage } from 'node:http';
import { requireAdmin } from './admin-access.ts';
import { clientRoutes } from './admin-clients.ts';
import { realmRoutes } from './admin-realms.ts';
import type { AdminRoute } from './admin-route.ts';
import { userRoutes } from './admin-users.ts';
import { Refusal, type Answer } from './http.ts';
import type { RealmStore } from './realm-store.ts';

/** The first that fits answers: `/users/profile` stands before `/users/:user`. */
const routes: readonly AdminRoute[] = [...realmRoutes, ...clientRoutes, ...userRoutes];

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
