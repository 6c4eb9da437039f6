import type { RoleName } from '@fc/auth';
import { Role } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { AuditEntry, RecordedChange, Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum AuditOutcome {
  DONE = 'DONE',
  REFUSED = 'REFUSED',
  READ = 'READ',
}
registerEnumType(AuditOutcome, { name: 'IdentityAuditOutcome', description: 'READ: something protected was shown.' });

@ObjectType('IdentityAuditRecord', { description: 'One thing that was written: what kind, which one, and whether it was made or changed. Never its contents.' })
export class AuditRecordView implements RecordedChange {
  @Field(() => String)
  record!: string;

  @Field(() => String)
  id!: string;

  @Field(() => String, { description: 'create, update or delete' })
  change!: RecordedChange['change'];
}

@ObjectType('IdentityAuditEntry', { description: 'Who did, was shown or was refused what in identity.' })
export class AuditEntryView {
  @Field(() => Instant)
  at!: Temporal.Instant;

  @Field(() => AuditOutcome)
  outcome!: `${AuditOutcome}`;

  @Field(() => String, { description: 'The mutation, query or consumer, by its name.' })
  action!: string;

  @Field(() => UUID, { nullable: true, description: 'Who acted, or for whom a service did; empty for a service’s own work.' })
  personId!: Id<'Person'> | null;

  @Field(() => [Role], { description: 'Those that they held at that moment.' })
  roles!: readonly RoleName[];

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  code!: string | null;

  @Field(() => [AuditRecordView])
  records!: readonly AuditRecordView[];

  static from({ at, outcome, action, person, roles, code, records }: Row<AuditEntry>): AuditEntryView {
    return Object.assign(new AuditEntryView(), { at, outcome, action, personId: person, roles, code, records });
  }
}

@ObjectType('IdentityAuditPage')
export class AuditEntryPage extends pageOf(AuditEntryView) {}
