import { Role } from '@fc/auth';
import { Clock, forbidden, notFound, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { maySeePerson } from '../case-assignments/on-case.ts';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import { PartneringAnswer, PartneringWay, PartneringWillingness } from './partnering-willingness.entity.ts';

@InputType()
export class SayWillingnessToPartnerInput {
  @Field(() => UUID)
  householdId!: Id<'CaregiverHousehold'>;

  @Field(() => PartneringAnswer)
  answer!: PartneringAnswer;

  @Field(() => [PartneringWay], { defaultValue: [], description: 'What they would do; none for NOT_YET.' })
  ways!: PartneringWay[];
}

/** A caregiver, or a coordinator on their word, says whether the home would partner with parents, and how. */
@Injectable()
export class SayWillingness {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ householdId, ...word }: SayWillingnessToPartnerInput): Promise<Id<'CaregiverHousehold'>> {
    return this.db.transact(async (tx) => {
      const { caregiverIds } = await tx.lock(CaregiverHousehold, householdId);
      const { person, roles } = tx.context.actor;
      if (!caregiverIds.includes(person as Id<'Person'>) && !roles.includes(Role.COORDINATOR)) {
        for (const caregiver of caregiverIds) if (await maySeePerson(tx, caregiver)) throw forbidden('This is for the caregivers of this home.');
        throw notFound('caregiver household');
      }
      const known = await tx.first(PartneringWillingness, { id: householdId });
      known?.say(word, this.clock.now());
      if (!known) tx.add(PartneringWillingness.of(householdId, word, this.clock.now()));
      return householdId;
    });
  }
}
