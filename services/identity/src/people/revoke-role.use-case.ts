import { Role } from '@fc/auth';
import { Clock, notFound, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { CaseAssignment } from '../case-assignments/case-assignment.entity.ts';
import { caseRoles } from '../case-assignments/case-role.ts';
import { leaveCase } from '../case-assignments/case-team.ts';
import { requireMayDecideOn, revoke } from './holding-roles.ts';
import { notYourself } from './people.errors.ts';
import { RoleAssignment } from './role-assignment.entity.ts';

@InputType()
export class RevokeRoleInput {
  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => Role)
  role!: Role;
}

/** A person no longer holds a role, nor works on any case in it. */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ personId, role }: RevokeRoleInput): Promise<Id<'RoleAssignment'>> {
    return this.db.transact(async (tx) => {
      requireMayDecideOn(tx, [role]);
      if (role === Role.PROGRAM_SUPERVISOR && personId === tx.context.actor.person) throw notYourself();
      const held = await tx.first(RoleAssignment, { personId, role, to: null });
      if (!held) throw notFound('role');
      const now = this.clock.now();
      revoke(tx, held, now);
      const caseRole = caseRoles.find((known) => known === role);
      if (caseRole) for (const assignment of await tx.find(CaseAssignment, { personId, role: caseRole, to: null })) leaveCase(tx, assignment, now);
      return held.id;
    });
  }
}
