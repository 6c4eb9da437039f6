import { Role, type RoleName } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import type { RoleAssignment } from './role-assignment.entity.ts';

@ObjectType('RoleAssignment', { description: 'A person holds a role in this county from one instant to another.' })
export class RoleAssignmentView {
  @Field(() => UUID)
  id!: Id<'RoleAssignment'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => Role)
  role!: RoleName;

  @Field(() => Instant)
  from!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty while it is held.' })
  to!: Temporal.Instant | null;

  static from({ id, personId, role, from, to }: Row<RoleAssignment>): RoleAssignmentView {
    return Object.assign(new RoleAssignmentView(), { id, personId, role, from, to });
  }
}
