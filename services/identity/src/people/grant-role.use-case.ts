import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { grant, requireMayDecideOn } from './holding-roles.ts';
import { lockSurvivorOf } from './survivor.ts';

@InputType()
export class GrantRoleInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => Role)
  role!: Role;
}

/** A person holds one more role from now on. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: GrantRoleInput): Promise<Id<'RoleAssignment'>> {
    return this.db.once(input, async (tx) => {
      requireMayDecideOn(tx, [input.role]);
      const person = await lockSurvivorOf(tx, input.personId);
      return grant(tx, person.id, input.role, this.clock.now()).id;
    });
  }
}
