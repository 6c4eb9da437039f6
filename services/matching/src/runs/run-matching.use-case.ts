import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { proposeMatches } from '../engine/propose-matches.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';
import { holdMentorsStill, propose } from '../proposals/propose.ts';
import { MatchRun } from './match-run.entity.ts';
import { mentorsFor, needsAsAsked } from './matching-input.ts';

@InputType()
export class RunMatchingInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;
}

/** Proposes a mentor to everybody who waits and has no open proposal, as far as there are mentors. */
@Injectable()
export class RunMatching {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RunMatchingInput): Promise<Id<'MatchRun'>> {
    return this.db.once(input, async (tx) => {
      await holdMentorsStill(tx);
      const now = this.clock.now();
      const waiting = new Map((await waitingWithoutProposal(tx)).map((need) => [need.id as string, need]));
      const mentors = new Map((await mentorsFor(tx, {}, now)).map((mentor) => [mentor.id, mentor]));
      const needs = await needsAsAsked(tx, [...waiting.values()], now);
      const { proposals, unmatched } = proposeMatches({ needs, mentors: [...mentors.values()], weights: tx.context.county.settings.matchingWeights });
      const run = MatchRun.of(now, unmatched.map(({ needId, because }) => ({ needId: needId as Id<'MentorNeed'>, because })));
      tx.add(run);
      for (const proposal of proposals) await propose(tx, waiting.get(proposal.needId)!, mentors.get(proposal.mentorId)!.personId as Id<'Person'>, proposal, run.id, now); // the engine names whom it was given
      return run.id;
    });
  }
}

async function waitingWithoutProposal(tx: Transaction): Promise<MentorNeed[]> {
  const asked = await tx.rows(MatchProposal, { status: 'PROPOSED' });
  return tx.find(MentorNeed, { metAt: null, withdrawnAt: null, id: { $nin: asked.map((proposal) => proposal.needId) } });
}
