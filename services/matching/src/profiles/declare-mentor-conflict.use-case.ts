import { Clock, notFound, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, type Reader } from '@fc/tenancy';
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
      if (!(await isKnown(tx, personId))) throw notFound('person');
      profile.declareConflict(personId);
      await withdrawProposals(tx, { mentorId: profile.personId, mentorRole: profile.mentorRole, participantId: { $in: await participantsCloseTo(tx, personId) } }, this.clock.now());
      return profile.id;
    });
    this.arrivals.wake();
    return declared;
  }
}

/** Whether there is such a person, or child on a family connection: what nobody is protects nobody. */
async function isKnown(reader: Reader, personId: Id<'Person'>): Promise<boolean> {
  const [known] = await reader.sql('select 1 from known_person where id = ? union all select 1 from access_child where child_id = ? limit 1', [personId, personId]);
  return known !== undefined;
}
