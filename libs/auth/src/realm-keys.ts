import { createRemoteJWKSet, customFetch, type FetchImplementation, type RemoteJWKSet } from 'jose';

/** A key made a moment ago is accepted after this pause, in milliseconds; an unreachable realm is asked no more often. */
const pauseMs = 1_000;
const timeoutMs = 3_000;
/** A key that the realm withdrew is good for at most this long. */
const maxAgeMs = 10 * 60_000;

/** The published keys of one realm, fetched when they are first needed. */
export function realmKeys(issuer: string): RemoteJWKSet {
  return createRemoteJWKSet(new URL(`${issuer}/protocol/openid-connect/certs`), {
    timeoutDuration: timeoutMs,
    cooldownDuration: pauseMs,
    cacheMaxAge: maxAgeMs,
    [customFetch]: pausingFetch(),
  });
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
