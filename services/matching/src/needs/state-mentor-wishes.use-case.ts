import { Role } from '@fc/auth';
import { notFound, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { OwnWords } from '../own-words/own-words.ts';
import { experiencesIn } from '../people/experiences.ts';
import { FreeHoursInput } from '../people/free-hours.ts';
import { LanguageWishInput } from '../people/language-wish.ts';
import { MentorWishInput } from '../people/traits.ts';
import { peopleOf } from './connection-party.entity.ts';
import { MentorNeed } from './mentor-need.entity.ts';

@InputType({ description: 'What is left out stays as it is; an empty list takes back what was asked for.' })
export class StateMentorWishesInput {
  @Field(() => UUID)
  needId!: Id<'MentorNeed'>;

  @Field(() => [MentorWishInput], { nullable: true, description: 'What a mentor should have or be. Nobody has to ask for anything.' })
  wishes?: MentorWishInput[] | null;

  @Field(() => LanguageWishInput, { nullable: true, description: 'In which languages they would like to talk with a mentor; null for their own, as their profiles say.' })
  language?: LanguageWishInput | null;

  @Field(() => [FreeHoursInput], { nullable: true, description: 'When they could talk; empty for at all hours.' })
  hours?: FreeHoursInput[] | null;

  @Field(() => String, { nullable: true, description: 'Where they would meet, such as a ZIP code; null for anywhere.' })
  area?: string | null;
}

/** The parent, any caregiver of the household, or a coordinator on their word says what they would like in a mentor. */
@Injectable()
export class StateMentorWishes {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
  ) {}

  run({ needId, ...asked }: StateMentorWishesInput): Promise<Id<'MentorNeed'>> {
    return this.db.transact(async (tx) => {
      const need = await tx.lock(MentorNeed, needId);
      const { person, roles } = tx.context.actor;
      const own = (await peopleOf(tx, need.participantId)).some((member) => member === person);
      if (!own && !roles.includes(Role.COORDINATOR)) throw notFound('need');
      need.ask(asked, await this.words.keyOfFamily(tx, need.participantId), experiencesIn(tx.context.county.settings));
      return need.id;
    });
  }
}
