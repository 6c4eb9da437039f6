import { DomainError } from '@fc/domain-kernel';
import type { County } from './county.ts';

export const unknownCounty = (): DomainError => new DomainError('UNKNOWN_COUNTY', 'There is no such county here.');

/**
 * The county itself, when its program is open. Throws `COUNTY_SUSPENDED`, `COUNTY_NOT_READY` while it is being set up,
 * and `UNKNOWN_COUNTY` once it has left: nothing tells that it was ever here.
 */
export function activeCounty(county: County): County {
  switch (county.status) {
    case 'ACTIVE':
      return county;
    case 'SUSPENDED':
      throw new DomainError('COUNTY_SUSPENDED', "This county's program is not open at the moment.");
    case 'PROVISIONING':
      throw new DomainError('COUNTY_NOT_READY', "This county's program is still being set up.");
    case 'OFFBOARDED':
      throw unknownCounty();
  }
}
