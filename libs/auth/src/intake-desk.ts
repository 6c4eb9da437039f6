import type { County } from '@fc/tenancy/registry';

/** The client with which a county's own site hands in what families ask for there. */
export const intakeClient = 'intake';

/** A county's public site, signed in by its client for a family that has no account. It can hand in a request to take part, and read nothing. */
export class IntakeDesk {
  readonly county: County;

  constructor(county: County) {
    this.county = county;
  }
}
