import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { MentorProfile } from '../profiles/mentor-profile.entity.ts';
import { CommitteeMembership } from './committee-membership.entity.ts';
import { KeepRoster } from './keep-roster.ts';

@InputType()
export class JoinCommitteeRosterInput {
  @Field(() => String, { description: 'As they want to be called on the list, up to 120 characters.' })
  name!: string;

  @Field(() => [String], { nullable: true, description: 'BCP 47 tags; those in which they mentor when left out.' })
  languages?: string[] | null;
}

/** A Parent Ally asks to be on the statewide roster, or to be listed there in other words. */
@Injectable()
export class JoinCommitteeRoster {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly roster: KeepRoster,
  ) {}

  async run({ name, languages }: JoinCommitteeRosterInput): Promise<void> {
    await this.db.transact(async (tx) => {
      const personId = tx.context.actor.person as Id<'Person'>; // whoever holds a role is a person
      const [profile] = await tx.rows(MentorProfile, { personId, mentorRole: 'PARENT_ALLY', active: true });
      if (!profile) throw new DomainError('MATCHING.NOT_REGISTERED', 'A coordinator has to register you as a Parent Ally first.');
      const known = await tx.firstOr(CommitteeMembership, { personId }, () => CommitteeMembership.of(personId, this.clock.now()));
      known.join({ name, languages: languages ?? profile.languages }, this.clock.now());
    });
    this.roster.wake();
  }
}
