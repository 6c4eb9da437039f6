/** One thing of a realm that is not as it must be. */
export interface Difference {
  /** Where it is in a `RealmState`: `['clients', 'countyctl', 'settings', 'enabled']`. */
  readonly path: readonly string[];
  /** For an operator's eyes: `accessTokenLifespan is 3600, must be 300`. Shows no secret. */
  readonly line: string;
}

/** Everything of `wanted` that `found` has otherwise or not at all. What only `found` has is nobody's business here. */
export function differences(wanted: unknown, found: unknown, path: readonly string[] = []): Difference[] {
  if (isRecord(wanted)) {
    if (!isRecord(found)) return [{ path, line: `${nameOf(path)} is missing` }];
    return Object.entries(wanted).flatMap(([key, value]) => differences(value, found[key], [...path, key]));
  }
  if (same(wanted, found)) return [];
  if (/secret|^password(Fingerprint)?$/i.test(path.at(-1) ?? '')) return [{ path, line: `${nameOf(path)} is another than the one that is kept` }];
  return [{ path, line: `${nameOf(path)} is ${shown(found)}, must be ${shown(wanted)}` }];
}

/** Lists stand for sets: in which order Keycloak answers means nothing. */
function same(wanted: unknown, found: unknown): boolean {
  if (!Array.isArray(wanted) || !Array.isArray(found)) return wanted === found;
  return JSON.stringify([...wanted].sort()) === JSON.stringify([...found].sort());
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `settings` is our word for how a thing is kept, and tells an operator nothing. */
const nameOf = (path: readonly string[]): string => path.filter((part) => part !== 'settings').join(' ') || 'it';

const shown = (value: unknown): string => (value === undefined ? 'not set' : Array.isArray(value) ? `[${value.join(', ')}]` : String(value));
