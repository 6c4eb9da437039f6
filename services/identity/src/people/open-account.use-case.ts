import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { linkAccount } from './enrol.ts';
import { grant, requireMayDecideOn } from './holding-roles.ts';
import { classOf } from './invite-person.use-case.ts';
import { accountThere } from './people.errors.ts';
import { Account } from './account.entity.ts';
import { lockSurvivorOf } from './survivor.ts';
import { RealmAccounts } from './realm-accounts.ts';
import { RoleAssignment } from './role-assignment.entity.ts';

@InputType()
export class OpenAccountInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => String, { description: 'Where the invitation goes, and what they sign in with.' })
  email!: string;

  @Field(() => [Role], { description: 'Beside those that they hold already.' })
  roles!: Role[];
}

/** Somebody who is known already, from the public site or an import, gets an account to sign in with. */
@Injectable()
export class OpenAccount {
  constructor(
    private readonly db: CountyDb,
    private readonly accounts: RealmAccounts,
    private readonly clock: Clock,
  ) {}

  run(input: OpenAccountInput): Promise<Id<'Person'>> {
    return this.db.once(input, async (tx) => {
      const { email, roles } = input;
      requireMayDecideOn(tx, roles);
      const { id: personId } = await lockSurvivorOf(tx, input.personId);
      if (await tx.first(Account, { personId })) throw accountThere();
      const held = (await tx.find(RoleAssignment, { personId, to: null })).map(({ role }) => role);
      for (const role of new Set(roles)) if (!held.includes(role)) grant(tx, personId, role, this.clock.now());
      const subject = await this.accounts.invite({ email, class: classOf([...held, ...roles]) });
      linkAccount(tx, personId, subject);
      return personId;
    });
  }
}
