import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { askToTell, UUID } from '@fc/subgraph';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { DiscriminationConcern } from './discrimination-concern.entity.ts';

@InputType()
export class AnswerDiscriminationConcernInput {
  @Field(() => UUID)
  concernId!: Id<'DiscriminationConcern'>;

  @Field(() => String, { description: 'What was found and what is done about it, for whoever raised it; up to 4,000 characters.' })
  answer!: string;
}

/** How long the answer is news, in hours. */
const newsFor = 14 * 24;

/** A program supervisor answers whoever raised a concern. */
@Injectable()
export class AnswerDiscriminationConcern {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  run({ concernId, answer }: AnswerDiscriminationConcernInput): Promise<Id<'DiscriminationConcern'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const { raisedBy } = await tx.get(DiscriminationConcern, concernId);
      const key = await this.protection.keyOf(tx, raisedBy);
      const concern = await tx.lock(DiscriminationConcern, concernId);
      concern.answerWith(answer, actingPerson(tx), key, now);
      askToTell(tx, MeetingsNotificationRequestedV1, [raisedBy], { template: 'SOMETHING_TO_DECIDE', expiresAt: now.add({ hours: newsFor }) });
      return concern.id;
    });
  }
}
