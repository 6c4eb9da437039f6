import { Role } from '@fc/auth';
import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { enrol } from './enrol.ts';
import { Person } from './person.entity.ts';
import { RealmAccounts } from './realm-accounts.ts';
import { RoleAssignment } from './role-assignment.entity.ts';

@InputType()
export class AppointFirstSupervisorInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => String)
  givenName!: string;

  @Field(() => String)
  familyName!: string;

  @Field(() => String, { description: 'Where the invitation goes, and what they sign in with.' })
  email!: string;
}

/** Gives a new county its first person, who invites everybody else. There is no second first one. */
@Injectable()
export class AppointFirstSupervisor {
  constructor(
    private readonly db: CountyDb,
    private readonly accounts: RealmAccounts,
    private readonly clock: Clock,
  ) {}

  run(input: AppointFirstSupervisorInput): Promise<Id<'Person'>> {
    return this.db.once(input, async (tx) => {
      await tx.sql(`select pg_advisory_xact_lock(hashtext('first supervisor'))`);
      if ((await tx.count(RoleAssignment, { role: Role.PROGRAM_SUPERVISOR })) > 0)
        throw new DomainError('IDENTITY.SUPERVISOR_EXISTS', 'This county has a program supervisor already, who can invite others.');
      const person = Person.register(input);
      const subject = await this.accounts.invite({ email: input.email, class: 'staff' });
      enrol(tx, person, subject, [Role.PROGRAM_SUPERVISOR], this.clock.now());
      return person.id;
    });
  }
}
