import { Role, type RoleName } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { writeContactDetails } from '../contact-details/write-contact-details.ts';
import { enrol } from './enrol.ts';
import { requireMayDecideOn } from './holding-roles.ts';
import { Person } from './person.entity.ts';
import { RealmAccounts } from './realm-accounts.ts';

@InputType()
export class InvitePersonInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => String)
  givenName!: string;

  @Field(() => String)
  familyName!: string;

  @Field(() => String, { description: 'Where the invitation goes, and what they sign in with.' })
  email!: string;

  @Field(() => [String], { defaultValue: ['en'], description: 'BCP 47 tags, the most comfortable first.' })
  languages!: string[];

  @Field(() => String, { nullable: true, description: 'E.164, such as +12065550100.' })
  phone?: string | null;

  @Field(() => [Role])
  roles!: Role[];
}

/** These work for the county or its partners; everybody else is one of the families or their mentors. */
const staff: readonly RoleName[] = [Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.VISIT_SUPERVISOR, Role.CASA, Role.NAVIGATOR];

/** What kind of account goes with these roles. */
export const classOf = (roles: readonly RoleName[]): 'staff' | 'family' => (roles.some((role) => staff.includes(role)) ? 'staff' : 'family');

/** Brings a person into the county's program, with an account to sign in with and the roles that they hold. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly db: CountyDb,
    private readonly accounts: RealmAccounts,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  run(input: InvitePersonInput): Promise<Id<'Person'>> {
    return this.db.once(input, async (tx) => {
      requireMayDecideOn(tx, input.roles);
      const person = Person.register(input);
      if (input.phone) await writeContactDetails(tx, this.protection, person.id, { phones: [{ number: input.phone, kind: 'MOBILE', safeToLeaveMessage: false }] });
      const subject = await this.accounts.invite({ email: input.email, class: classOf(input.roles) });
      enrol(tx, person, subject, input.roles, this.clock.now());
      return person.id;
    });
  }
}
