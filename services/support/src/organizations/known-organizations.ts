import { nationalOrganizations } from './content/national.ts';
import { organizationsOfStates } from './content/of-states.ts';
import type { OrganizationFacts } from './organization-facts.ts';

/** An organization that every county of a state, or of the nation, finds in its directory. */
export interface KnownOrganization extends OrganizationFacts {
  /** Stable over all versions. */
  readonly id: string;
  /** The state's part of a FIPS code; null for the whole nation. */
  readonly stateFips: string | null;
  /** Where the facts were read. */
  readonly source: string;
}

const known: readonly KnownOrganization[] = [...nationalOrganizations, ...organizationsOfStates];

/** What the platform itself knows for a county of that FIPS code; what a state alone has is shown where the state is known. */
export const knownOrganizations = (countyFips: string | null): KnownOrganization[] => known.filter(({ stateFips }) => stateFips === null || stateFips === countyFips?.slice(0, 2));
