import type { County } from '@fc/tenancy/registry';

/** A program of the platform's operators, such as `countyctl`, signed in to one county's realm by its own client. It is nobody's person. */
export class Operator {
  readonly county: County;
  /** The client's name. */
  readonly name: string;

  constructor(county: County, name: string) {
    this.county = county;
    this.name = name;
  }
}
