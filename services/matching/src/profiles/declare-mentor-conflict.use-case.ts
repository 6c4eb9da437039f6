import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { withdrawProposals } from '../proposals/withdraw-proposals.ts';
import { participantsCloseTo } from '../runs/close-people.ts';
import { MatchArrivals } from '../runs/match-arrivals.ts';
import { lockProfile } from './own-profile.ts';

@InputType()
export class DeclareMentorConflictInput {
  @Field(() => UUID)
  profileId!: Id<'MentorProfile'>;

  @Field(() => UUID, { description: 'With whom they may not be matched: a relative, a neighbour, somebody they work with.' })
  personId!: Id<'Person'>;
}

/** From here on they are matched with nobody to whom that person is close. What they were asked there is taken back; a match is ended by a coordinator. */
@Injectable()
export class DeclareMentorConflict {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly arrivals: MatchArrivals,
  ) {}

  async run({ profileId, personId }: DeclareMentorConflictInput): Promise<Id<'MentorProfile'>> {
    const declared = await this.db.transact(async (tx) => {
      const profile = await lockProfile(tx, profileId);
      profile.declareConflict(personId);
      await withdrawProposals(tx, { mentorId: profile.personId, mentorRole: profile.mentorRole, participantId: { $in: await participantsCloseTo(tx, personId) } }, this.clock.now());
      return profile.id;
    });
    this.arrivals.wake();
    return declared;
  }
}
