import { Role } from '@fc/auth';
import { Clock, notFound, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { isCaseworkerOf } from '../case-assignments/on-case.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import { correctPerson } from './correct-people.ts';
import { nothingToCorrect } from './corrections.errors.ts';

@InputType()
export class CorrectPersonInput {
  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => String, { nullable: true, description: 'As it is, when left out; so with the others.' })
  givenName?: string | null;

  @Field(() => String, { nullable: true })
  familyName?: string | null;

  @Field(() => [String], { nullable: true, description: 'BCP 47 tags, the most comfortable first.' })
  languages?: string[] | null;

  @Field(() => String, { description: 'Why it was wrong; up to 500 characters.' })
  reason!: string;
}

/** Says anew what somebody is called and speaks; their caseworker does it, or those who see the whole county. */
@Injectable()
export class CorrectPerson {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ personId, givenName, familyName, languages, reason }: CorrectPersonInput): Promise<Id<'Person'>> {
    return this.db.transact(async (tx) => {
      const { roles } = tx.context.actor;
      if (!roles.includes(Role.COORDINATOR) && !roles.includes(Role.PROGRAM_SUPERVISOR) && !(await isCaseworkerOf(tx, personId))) throw notFound('person');
      const person = await lockSurvivorOf(tx, personId);
      const facts = { givenName: givenName ?? person.givenName, familyName: familyName ?? person.familyName, languages: languages ?? person.languages };
      if (!(await correctPerson(tx, person, facts, { reason, at: this.clock.now() }))) throw nothingToCorrect();
      return person.id;
    });
  }
}
