import type { PersonKey, Place, Sealed } from '@fc/tenancy';

/** What is said, so that only that key opens it, at that place. */
export const sealJson = (key: PersonKey, place: Place, said: unknown): Sealed => key.seal(place, JSON.stringify(said));

/** What `sealJson` has sealed there. Throws `PROTECTED_UNREADABLE`. */
export const openJson = <Said>(key: PersonKey, place: Place, sealed: Sealed): Said => JSON.parse(key.open(place, sealed)) as Said; // nothing else writes there
