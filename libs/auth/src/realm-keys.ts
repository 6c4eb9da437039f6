import { DomainError } from '@fc/domain-kernel';
import { createLocalJWKSet, createRemoteJWKSet, customFetch, jwksCache, type FetchImplementation, type JWKSCacheInput, type JWTVerifyGetKey } from 'jose';

/** A key made a moment ago is accepted after this pause, in milliseconds; an unreachable realm is asked no more often. */
const pauseMs = 1_000;
const timeoutMs = 3_000;

export interface KeyAges {
  /** A key that the realm withdrew is good for at most this long, in milliseconds. */
  readonly fresh: number;
  /** While the realm does not answer, its last keys are good for at most this long, in milliseconds. It is much longer than any token. */
  readonly kept: number;
}

/**
 * The published keys of one realm, fetched when they are first needed. While the realm is down, slow or answers nonsense, its
 * last keys stay good and nobody waits for it; without any it throws `SIGN_IN_UNAVAILABLE`.
 */
export function realmKeys(issuer: string, { fresh, kept }: KeyAges = { fresh: 60_000, kept: 60 * 60_000 }): JWTVerifyGetKey {
  const last: JWKSCacheInput = {};
  const published = createRemoteJWKSet(new URL(`${issuer}/protocol/openid-connect/certs`), {
    timeoutDuration: timeoutMs,
    cooldownDuration: pauseMs,
    cacheMaxAge: fresh,
    [customFetch]: pausingFetch(),
    [jwksCache]: last,
  });
  const isKept = (): boolean => last.uat !== undefined && Date.now() - last.uat < kept;
  let failing = false;
  const reload = (): Promise<void> =>
    published.reload().then(
      () => void (failing = false),
      () => void (failing = true),
    );
  // Remembers the keys that it has imported, so it is made once for each set.
  let lastKeys: { readonly of: JWKSCacheInput['jwks']; readonly find: JWTVerifyGetKey } | undefined;

  return async (header, token) => {
    if (last.jwks && isKept() && !published.fresh) {
      const reloading = reload();
      if (!failing) await reloading;
      if (!published.fresh) {
        if (lastKeys?.of !== last.jwks) lastKeys = { of: last.jwks, find: createLocalJWKSet(last.jwks) };
        return lastKeys.find(header, token);
      }
    }
    return published(header, token).catch((cause: unknown) => {
      if (isKept()) throw cause; // The keys are known, and this one is not among them.
      throw new DomainError('SIGN_IN_UNAVAILABLE', 'Your county’s sign-in cannot be reached at the moment. Please try again in a minute.', { cause });
    });
  };
}

/** jose pauses after a fetch that succeeded. This pauses after any, so that a flood of tokens never becomes a flood at a realm that is failing. */
function pausingFetch(): FetchImplementation {
  let lastAsked = Number.NEGATIVE_INFINITY;
  return async (url, options) => {
    const now = performance.now();
    if (now - lastAsked < pauseMs) throw new Error('The key set of this realm could not be read a moment ago.');
    lastAsked = now;
    return fetch(url, options);
  };
}
