import { Clock, forbidden, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyDecision } from './family-decision.entity.ts';
import { inMeeting } from './in-meeting.ts';

@InputType()
export class CompleteFamilyDecisionInput {
  @Field(() => UUID)
  decisionId!: Id<'FamilyDecision'>;
}

/** Whoever promised something has done it, and it leaves their list. */
@Injectable()
export class CompleteFamilyDecision {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** Answers the meeting that decided it. */
  run({ decisionId }: CompleteFamilyDecisionInput): Promise<Id<'FamilyMeeting'>> {
    return this.db.transact(async (tx) => {
      const { meetingId, connectionId } = await tx.get(FamilyDecision, decisionId);
      const { isStaff } = await inMeeting(tx, meetingId, new RowNotFound('FamilyDecision', decisionId));
      const decision = await tx.lock(FamilyDecision, decisionId);
      if (!isStaff && decision.ownerId !== actingPerson(tx)) throw forbidden('This is for whoever is to do it.');
      decision.done(this.clock.now());
      await keepDeadlines(tx, connectionId, this.clock.now());
      return meetingId;
    });
  }
}
