import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { LocalDate, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildrenOfCase } from '../case-assignments/on-case.ts';
import { Child } from '../families/child.entity.ts';
import { Person } from '../people/person.entity.ts';
import { correctChild, correctPerson } from './correct-people.ts';
import { nothingToCorrect } from './corrections.errors.ts';

@InputType()
export class CorrectChildInput {
  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => String, { nullable: true, description: 'As it is, when left out; so with the others.' })
  givenName?: string | null;

  @Field(() => String, { nullable: true })
  familyName?: string | null;

  @Field(() => LocalDate, { nullable: true })
  birthDate?: Temporal.PlainDate | null;

  @Field(() => [UUID], { nullable: true, description: 'All parents, as far as they are known.' })
  parentIds?: Id<'Person'>[] | null;

  @Field(() => String, { description: 'Why it was wrong; up to 500 characters.' })
  reason!: string;
}

/** Says anew what a child is called, when they were born and to whom. */
@Injectable()
export class CorrectChild {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ childId, givenName, familyName, birthDate, parentIds, reason }: CorrectChildInput): Promise<Id<'Child'>> {
    const why = { reason, at: this.clock.now() };
    return this.db.transact(async (tx) => {
      await lockChildrenOfCase(tx, [childId]);
      const child = await tx.get(Child, childId);
      const person = await tx.lock(Person, childId);
      const { languages } = person;
      const renamed = await correctPerson(tx, person, { givenName: givenName ?? person.givenName, familyName: familyName ?? person.familyName, languages }, why);
      const corrected = await correctChild(tx, child, { birthDate: birthDate ?? child.birthDate, parentIds: parentIds ?? child.parentIds }, why);
      if (!renamed && !corrected) throw nothingToCorrect();
      return childId;
    });
  }
}
