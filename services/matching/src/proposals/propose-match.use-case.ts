import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { OwnWords } from '../own-words/own-words.ts';
import { hardConstraint } from '../engine/constraints.ts';
import type { Mentor } from '../engine/matching-problem.ts';
import { describeProposal } from '../engine/score.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { notAMentor } from '../profiles/profiles.errors.ts';
import { mentorsFor, needsAsAsked } from '../runs/matching-input.ts';
import { quotasNow } from '../runs/quotas.ts';
import { askedOfBoth } from './asked-of-both.ts';
import { holdMentorsStill, propose } from './propose.ts';
import { mentorFull, needNotOpen, reasonNeeded, refusedBy } from './proposals.errors.ts';
import { runsChoice } from './runs-choice.ts';
import { timeOutProposals } from './time-out-proposals.ts';
import { withdrawProposals } from './withdraw-proposals.ts';

@InputType()
export class ProposeMatchInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  needId!: Id<'MentorNeed'>;

  @Field(() => UUID, { description: 'The person who would mentor.' })
  mentorId!: Id<'Person'>;

  @Field(() => String, { nullable: true, description: 'Kept with the proposal. Needed where a run has proposed somebody else, and where the engine would not propose them: they were asked before, have no hours in common with the family or with the mentor of the other family, do not come to that area, or are in a group that has as many matches as the county lets it have.' })
  reason?: string | null;
}

/** A coordinator's own choice, in the place of a run's that nobody has approved, which takes a reason, as does what they go against: see `askedOfBoth`. */
@Injectable()
export class ProposeMatch {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
  ) {}

  run(input: ProposeMatchInput): Promise<Id<'MatchProposal'>> {
    return this.db.once(input, async (tx) => {
      await holdMentorsStill(tx);
      const now = this.clock.now();
      await timeOutProposals(tx, now);
      await tx.flush();
      const displaced = await runsChoice(tx, input.needId);
      await withdrawProposals(tx, { needId: input.needId, approvedAt: null }, now, { lookFurther: false });
      await tx.flush();
      const waiting = await tx.get(MentorNeed, input.needId);
      if (!waiting.isOpen()) throw needNotOpen();
      const [need] = await needsAsAsked(this.words, tx, [waiting], now);
      const mentor = await this.#mentor(tx, input.mentorId, waiting);
      if (!need) throw needNotOpen();
      const constraint = hardConstraint(need, mentor);
      if (constraint) throw refusedBy(constraint);
      if (mentor.load >= mentor.capacity) throw mentorFull();
      const asked = askedOfBoth(need, mentor, await quotasNow(tx, now));
      const overrides = asked.against.length > 0 || (displaced !== null && displaced !== input.mentorId);
      if (overrides && !input.reason?.trim()) throw reasonNeeded();
      const grounds = { ...describeProposal(need, mentor, 0, tx.context.county.settings.matchingWeights), ...asked, runnerUp: null, overrideReason: input.reason ?? null };
      return (await propose(this.words, tx, waiting, input.mentorId, grounds, null, now)).id;
    });
  }

  /** In the role that is needed, else in the one that they have. */
  async #mentor(tx: Transaction, personId: Id<'Person'>, { mentorRole }: MentorNeed): Promise<Mentor> {
    const mentors = await mentorsFor(this.words, tx, { personId }, this.clock.now());
    const mentor = mentors.find((one) => one.mentorRole === mentorRole) ?? mentors[0];
    if (!mentor) throw notAMentor(mentorRole);
    return mentor;
  }
}
