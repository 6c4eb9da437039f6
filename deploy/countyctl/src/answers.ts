import type { County } from '@fc/tenancy/registry';
import { operatorToken } from './operator-token.ts';
import type { Platform } from './platform.ts';

/** A question to each service that reaches its own part of the graph and no other. */
const questions: Readonly<Record<string, string>> = {
  identity: '{ me { id } }',
  matching: '{ myMatches { id } }',
  meetings: '{ myWork { __typename } }',
  'family-time': '{ myVisits { id } }',
  outcomes: '{ stateRelease(year: 2020) { __typename } }',
  support: '{ myTrainings { __typename } }',
};

interface Refusal {
  readonly extensions?: { readonly code?: string; readonly service?: string };
}

/** What is said when a service could not look the county up, or was not reached at all. */
const broken: readonly (string | undefined)[] = [undefined, 'INTERNAL', 'SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'COUNTY_UPGRADING', 'COUNTY_SUSPENDED', 'COUNTY_NOT_READY', 'UNKNOWN_COUNTY', 'UNKNOWN_ISSUER', 'NO_COUNTY'];

/**
 * Which services answer for a county through the gateway, with real tokens over real HTTP. The operator's program is nobody's
 * person, so what proves a service is its own refusal: given after it had verified signature, token and county, and had
 * written the refusal into the county's trail.
 */
export async function servicesThatAnswer(platform: Platform, county: County): Promise<Set<string>> {
  const token = await operatorToken(platform, county);
  const asked = platform.schemas.map(async ({ service }) => ((await answers(platform, token, service)) ? [service] : []));
  return new Set((await Promise.all(asked)).flat());
}

async function answers({ gatewayUrl = '' }: Platform, token: string, service: string): Promise<boolean> {
  const question = questions[service];
  if (!question) return false;
  try {
    const response = await fetch(gatewayUrl, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ query: question }), signal: AbortSignal.timeout(10_000) });
    const { errors = [] } = (await response.json()) as { errors?: readonly Refusal[] };
    return errors.length > 0 && errors.every(({ extensions }) => extensions?.service === service && !broken.includes(extensions.code));
  } catch {
    return false;
  }
}
