import type { Id } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy/registry';
import { partnersAlways, partnerScopes, type PartnerScope } from './partner-scope.ts';

/** A partner organisation's program, signed in to a county's realm by its own client, with what its grant covers at this moment. It is nobody's person. */
export class Partner {
  readonly county: County;
  readonly id: Id<'Partner'>;
  /** `partner-<name>`, as the realm knows it. */
  readonly clientId: string;
  readonly #fields: ReadonlySet<string>;

  constructor(who: { county: County; id: Id<'Partner'>; clientId: string; scopes: readonly `${PartnerScope}`[] }) {
    this.county = who.county;
    this.id = who.id;
    this.clientId = who.clientId;
    this.#fields = new Set([...partnersAlways, ...who.scopes.flatMap((scope) => partnerScopes[scope])]);
  }

  /** Whether the grant covers that field, such as `FamilyConnection.status` or `Mutation.askToTakePart`. Which rows it covers is the query's own filter. */
  mayAsk(type: string, field: string): boolean {
    return field === '__typename' || this.#fields.has(`${type}.${field}`);
  }
}

/** Whether a realm's client stands for a partner organisation: the name tells, and only an operator can give it. */
export const isPartnerClient = (clientId: string): boolean => /^partner-[a-z][a-z0-9-]{1,60}$/.test(clientId);
