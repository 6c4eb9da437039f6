import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, LocalDate, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { noSuchChildHere } from '../child-profile/child-profile.errors.ts';
import { guideMember, requireMayTell } from '../guide/guide-member.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import { Milestone } from './milestone.entity.ts';

@InputType()
export class AddMilestoneInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => UUID, { nullable: true, description: 'A child whom the two families have in common; empty for the family as a whole.' })
  childId?: Id<'Child'> | null;

  @Field(() => String)
  text!: string;

  @Field(() => LocalDate)
  happenedOn!: Temporal.PlainDate;
}

/** One family tells the other of something to celebrate. */
@Injectable()
export class AddMilestone {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: AddMilestoneInput): Promise<Id<'Milestone'>> {
    const { childId = null, text, happenedOn } = input;
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const { person, side, connection } = await guideMember(tx, input.connectionId);
      await requireMayTell(tx, connection, now);
      const stillHere = connection.continuedAt ? {} : { leftAt: null };
      if (childId && !(await tx.first(ConnectionChild, { connectionId: connection.id, childId, ...stillHere }))) throw noSuchChildHere();
      const milestone = Milestone.of({ connectionId: connection.id, side, addedBy: person, childId, text, happenedOn }, tx.context.county.timeZone, now);
      tx.add(milestone);
      return milestone.id;
    });
  }
}
