import { Role } from '@fc/auth';
import { Clock, notFound, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { needNotOpen } from '../proposals/proposals.errors.ts';
import { MatchArrivals } from '../runs/match-arrivals.ts';
import { hasOpenConnection, peopleOf } from './connection-party.entity.ts';
import { MentorNeed } from './mentor-need.entity.ts';

@InputType()
export class AskForMentorAgainInput {
  @Field(() => UUID)
  needId!: Id<'MentorNeed'>;
}

/** Whoever needed no mentor any more waits for one again. */
@Injectable()
export class AskForMentorAgain {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly arrivals: MatchArrivals,
  ) {}

  async run({ needId }: AskForMentorAgainInput): Promise<Id<'MentorNeed'>> {
    const asked = await this.db.transact(async (tx) => {
      const need = await tx.lock(MentorNeed, needId);
      const { person, roles } = tx.context.actor;
      const own = (await peopleOf(tx, need.participantId)).some((member) => member === person);
      if (!own && !roles.includes(Role.COORDINATOR)) throw notFound('need');
      if (!(await hasOpenConnection(tx, need.participantId))) throw needNotOpen();
      need.resume(need.connectionId, this.clock.now());
      if (tx.context.county.settings.matchOnArrival) need.lookAtOnce();
      return need.id;
    });
    this.arrivals.wake();
    return asked;
  }
}
