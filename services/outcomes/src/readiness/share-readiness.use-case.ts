import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, StateDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ReadinessAssessment } from './readiness-assessment.entity.ts';
import { readinessPack } from './readiness-pack.ts';
import { scoresOf } from './scores.ts';

@InputType()
export class ShareReadinessInput {
  @Field(() => UUID)
  assessmentId!: Id<'ReadinessAssessment'>;

  @Field(() => Boolean, { description: 'False takes it back: the state has it no more.' })
  shared!: boolean;
}

/**
 * Lets the state see the scores of an assessment, or takes them back. Interrupted at any point, the state never has what the county
 * says it keeps to itself: sharing is said here first, taking back is done there first. Repeating it finishes what was broken off.
 */
@Injectable()
export class ShareReadiness {
  constructor(
    private readonly db: CountyDb,
    private readonly state: StateDb,
    private readonly clock: Clock,
  ) {}

  async run({ assessmentId, shared }: ShareReadinessInput): Promise<Id<'ReadinessAssessment'>> {
    if (!shared) return this.#takeBack(assessmentId);
    await this.db.transact(async (tx) => (await tx.lock(ReadinessAssessment, assessmentId)).share(this.clock.now()));
    return this.#send(assessmentId);
  }

  /** Under the assessment's lock, and only while it is still shared. */
  #send(assessmentId: Id<'ReadinessAssessment'>): Promise<Id<'ReadinessAssessment'>> {
    return this.db.transact(async (tx) => {
      const { id, assessedOn, answers, policiesInPlace, sharedAt } = await tx.lock(ReadinessAssessment, assessmentId);
      if (!sharedAt) return id;
      const { slug, name } = tx.context.county;
      await this.state.transact((state) =>
        state.sql(
          `insert into shared_readiness (county, county_name, assessed_on, scores, policies_in_place, policies) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
          [slug, name, assessedOn.toString(), JSON.stringify(scoresOf(answers)), policiesInPlace.length, readinessPack.policies.length],
        ),
      );
      return id;
    });
  }

  #takeBack(assessmentId: Id<'ReadinessAssessment'>): Promise<Id<'ReadinessAssessment'>> {
    return this.db.transact(async (tx) => {
      const assessment = await tx.lock(ReadinessAssessment, assessmentId);
      await this.state.transact((state) => state.sql(`delete from shared_readiness where county = $1 and assessed_on = $2`, [tx.context.county.slug, assessment.assessedOn.toString()]));
      assessment.keepToOurselves();
      return assessment.id;
    });
  }
}
