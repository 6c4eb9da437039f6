import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionStatus, type FamilyConnection } from './family-connection.entity.ts';

registerEnumType(ConnectionStatus, { name: 'ConnectionStatus', description: 'AFTER: the case is closed and both families wish to stay in touch.' });

@ObjectType('FamilyConnection', { description: 'One parent and one caregiver household, with the children who join them. For whoever is on it, and those who see the whole county.' })
@Directive('@key(fields: "id")')
export class FamilyConnectionView {
  @Field(() => UUID)
  id!: Id<'FamilyConnection'>;

  parentId!: Id<'Person'>;
  householdId!: Id<'CaregiverHousehold'>;

  @Field(() => ConnectionStatus)
  status!: `${ConnectionStatus}`;

  @Field(() => Instant)
  openedAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty while it is open.' })
  closedAt!: Temporal.Instant | null;

  static from(connection: Row<FamilyConnection>): FamilyConnectionView {
    const { id, parentId, householdId, status, openedAt, closedAt } = connection;
    return Object.assign(new FamilyConnectionView(), { id, parentId, householdId, status, openedAt, closedAt });
  }
}

@ObjectType()
export class FamilyConnectionPage extends pageOf(FamilyConnectionView) {}
