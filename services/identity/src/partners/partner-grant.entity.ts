import { PartnerScope } from '@fc/auth';
import { DomainError, newId, requireText, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'PartnerGrant',
  tableName: 'partner_grant',
  uniques: [{ name: 'partner_grant_one_open', properties: ['partnerId'], where: 'ended_at is null' }],
  properties: {
    id: column.id<'PartnerGrant'>(),
    partnerId: column.ref<'Partner'>().index(),
    purpose: column.text(),
    /** Which of the organisation's programs asks, in its own words; null where it has but one. No site of the county's: who belongs to one is nobody's to know. */
    program: column.text().nullable(),
    scopes: column.texts().$type<`${PartnerScope}`[]>(),
    connectionIds: column.texts().$type<Id<'FamilyConnection'>[]>(),
    requestsPerMinute: column.integer(),
    costPerMinute: column.integer(),
    grantedBy: column.ref<'Person'>(),
    from: column.instant().fieldNames('starts_at'),
    until: column.instant().fieldNames('ends_at'),
    endedAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** What may be asked in one minute: whole requests, and the fields in their answers as the gateway counts them. */
export interface PartnerBudget {
  readonly requestsPerMinute: number;
  readonly costPerMinute: number;
}

/** The longest that a county binds itself, in days; then somebody looks at it anew. */
const longestGrant = 366;

/** An organisation may ask for certain fields of certain family connections, or that families take part, until a day. One at a time; it is never widened, only replaced. */
export class PartnerGrant extends schema.class {
  /** Throws `IDENTITY.GRANT_EMPTY`, `IDENTITY.GRANT_LENGTH`, `IDENTITY.GRANT_BUDGET`. */
  static give(said: {
    partnerId: Id<'Partner'>;
    purpose: string;
    program: string | null;
    scopes: readonly `${PartnerScope}`[];
    connectionIds: readonly Id<'FamilyConnection'>[];
    budget: PartnerBudget;
    grantedBy: Id<'Person'>;
    from: Temporal.Instant;
    until: Temporal.Instant;
  }): PartnerGrant {
    const { partnerId, purpose, program, scopes, connectionIds, budget, grantedBy, from, until } = said;
    const reads = scopes.some((scope) => scope !== PartnerScope.INTAKE);
    if (scopes.length === 0 || (reads && connectionIds.length === 0)) throw new DomainError('IDENTITY.GRANT_EMPTY', 'Name at least one scope, and one family connection for a scope that reads of them.');
    const days = until.since(from).total('hours') / 24;
    if (days <= 0 || days > longestGrant) throw new DomainError('IDENTITY.GRANT_LENGTH', `A grant ends in the future, and within ${longestGrant} days.`);
    if (Object.values(budget).some((limit) => limit < 1 || limit > 100_000)) throw new DomainError('IDENTITY.GRANT_BUDGET', 'A budget lies between 1 and 100,000 a minute.');
    return make(PartnerGrant, {
      id: newId<'PartnerGrant'>(),
      partnerId,
      purpose: requireText(purpose, { field: 'The purpose', max: 500 }),
      program: program?.trim() ? requireText(program, { field: 'The program', max: 120 }) : null,
      scopes: [...new Set(scopes)],
      connectionIds: [...new Set(connectionIds)],
      ...budget,
      grantedBy,
      from,
      until,
      endedAt: null,
    });
  }

  /** From now on nothing is answered. An end that has passed already stays what it was. */
  end(at: Temporal.Instant): void {
    this.endedAt = at;
    if (Temporal.Instant.compare(at, this.until) < 0) this.until = at;
  }
}
schema.setClass(PartnerGrant);
export const partnerGrantSchema = schema;
