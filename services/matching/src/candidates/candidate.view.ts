import type { Id } from '@fc/domain-kernel';
import { pageOf, UUID } from '@fc/subgraph';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { BindingConstraint as Constraint, Mentor } from '../engine/matching-problem.ts';
import { PersonReference } from '../people/person.view.ts';
import { MentorTraitView } from '../people/traits.ts';
import { BindingConstraint } from '../proposals/binding-constraint.ts';
import { MatchReasonView } from '../proposals/match-proposal.view.ts';
import type { Candidate } from '../words/candidate-in-words.ts';

@ObjectType('MentorCandidate', { description: 'A mentor whom a coordinator could choose for one who waits, as things stand. For coordinators.' })
export class MentorCandidateView {
  @Field(() => UUID, { description: 'Of the mentor profile.' })
  profileId!: Id<'MentorProfile'>;

  @Field(() => PersonReference, { nullable: true })
  mentor!: PersonReference;

  @Field(() => Int, { description: 'By the weights of the county.' })
  points!: number;

  @Field(() => [MatchReasonView], { description: 'What makes the points.' })
  reasons!: Candidate['reasons'];

  @Field(() => [String], { description: 'BCP 47 tags that both speak.' })
  sharedLanguages!: readonly string[];

  @Field(() => [MentorTraitView], { description: 'What the family asked for and this mentor does not have.' })
  missedWishes!: Candidate['missedWishes'];

  @Field(() => [String], { description: 'Experiences that the family asked for and the mentor would like to work with. They bring no points; of two with as many, whoever would like it comes first.' })
  wouldLike!: readonly string[];

  @Field(() => [BindingConstraint], { description: 'What was asked of the two and holds.' })
  constraintsMet!: readonly Constraint[];

  @Field(() => [BindingConstraint], { description: 'What was asked of the two and does not hold.' })
  constraintsAgainst!: readonly Constraint[];

  @Field(() => Int, { description: 'Places that neither a match nor another proposal takes.' })
  freePlaces!: number;

  @Field(() => Boolean, { description: 'Whether they are proposed for this need at present.' })
  proposed!: boolean;

  @Field(() => Boolean, { description: 'Whether proposeMatch takes them, were nobody proposed and approved yet.' })
  proposable!: boolean;

  @Field(() => Boolean, { description: 'Whether proposeMatch asks for a reason, which is kept: something does not hold, or a run has proposed somebody else.' })
  reasonNeeded!: boolean;

  /** What the words of `explanation` are made of. */
  told!: Candidate;

  /** By what it is ranked. */
  get against(): readonly Constraint[] {
    return this.constraintsAgainst;
  }

  static of({ id, personId, capacity, load }: Mentor, told: Candidate, { proposed }: { readonly proposed: boolean }): MentorCandidateView {
    const { met: constraintsMet, against: constraintsAgainst, ...shown } = told;
    return Object.assign(new MentorCandidateView(), {
      ...{ profileId: id as Id<'MentorProfile'>, mentor: PersonReference.to(personId as Id<'Person'>) }, // the engine knows ids as text
      ...{ ...shown, constraintsMet, constraintsAgainst, freePlaces: Math.max(0, capacity - load), proposed, told },
    });
  }
}

@ObjectType()
export class MentorCandidatePage extends pageOf(MentorCandidateView) {}
