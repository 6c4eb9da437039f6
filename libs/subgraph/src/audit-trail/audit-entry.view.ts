import { Role, type RoleName } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { AuditEntry, RecordedChange, Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { pageOf } from '../graphql/paging.ts';
import { Instant, UUID } from '../graphql/scalars.ts';

export enum AuditOutcome {
  DONE = 'DONE',
  REFUSED = 'REFUSED',
  READ = 'READ',
}
registerEnumType(AuditOutcome, { name: 'AuditOutcome', description: 'READ: something protected was shown.' });
registerEnumType(Role, { name: 'Role', description: 'What a person does in the program. A county may call a role by a name of its own.' });

@ObjectType('AuditRecord', { description: 'One thing that was written or read: what kind, which one, and whether it was made or changed. Never its contents.' })
@Directive('@shareable')
export class AuditRecordView {
  @Field(() => String)
  record!: string;

  @Field(() => String)
  id!: string;

  @Field(() => String, { description: 'create, update, delete or read' })
  change!: RecordedChange['change'];

  @Field(() => [String], { description: 'The ids that it holds: whom it is about, what it belongs to.' })
  about!: readonly string[];
}

@ObjectType('AuditEntry', { description: 'Who did, was shown or was refused what.' })
@Directive('@shareable')
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
    return Object.assign(new AuditEntryView(), { at, outcome, action, personId: person, roles, code, records: records.map((each) => ({ about: [], ...each })) });
  }
}

@ObjectType('AuditPage')
@Directive('@shareable')
export class AuditEntryPage extends pageOf(AuditEntryView) {}
