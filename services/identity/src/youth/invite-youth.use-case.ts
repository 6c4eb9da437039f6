import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Child } from '../families/child.entity.ts';
import { linkAccount } from '../people/enrol.ts';
import { grantUnlessHeld } from '../people/holding-roles.ts';
import { Person } from '../people/person.entity.ts';
import { RealmAccounts } from '../people/realm-accounts.ts';
import { requireOfAge } from './acting-youth.ts';

@InputType()
export class InviteYouthInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => String, { description: 'Where the invitation goes, and what they sign in with.' })
  email!: string;
}

/** A child who is old enough gets an account of their own, and with it their own view. */
@Injectable()
export class InviteYouth {
  constructor(
    private readonly db: CountyDb,
    private readonly accounts: RealmAccounts,
    private readonly clock: Clock,
  ) {}

  run(input: InviteYouthInput): Promise<Id<'Person'>> {
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const child = await tx.lock(Child, input.childId);
      requireOfAge(child, tx, now);
      const person = await tx.get(Person, child.id);
      await grantUnlessHeld(tx, person.id, Role.YOUTH, now);
      linkAccount(tx, person.id, await this.accounts.invite({ email: input.email, class: 'family' }));
      return person.id;
    });
  }
}
