import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType } from '@nestjs/graphql';
import type { CaseAssignment } from './case-assignment.entity.ts';
import { CaseRole } from './case-role.ts';

@ObjectType('CaseAssignment', { description: 'Somebody works on a child’s case.' })
@Directive('@key(fields: "id", resolvable: false)')
export class CaseAssignmentView {
  @Field(() => UUID)
  id!: Id<'CaseAssignment'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => CaseRole)
  role!: `${CaseRole}`;

  @Field(() => Instant)
  from!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty while they work on it.' })
  to!: Temporal.Instant | null;

  static from({ id, childId, personId, role, from, to }: Row<CaseAssignment>): CaseAssignmentView {
    return Object.assign(new CaseAssignmentView(), { id, childId, personId, role, from, to });
  }
}
