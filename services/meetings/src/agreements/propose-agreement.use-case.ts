import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { askToTell, IdempotencyKey, LocalDate, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { guideMember, otherSide, requireMayTell } from '../guide/guide-member.ts';
import { peopleOn } from '../projections/family-connection.entity.ts';
import { RelationshipAgreement } from './relationship-agreement.entity.ts';

@InputType({ description: 'A regular time to talk about how the child is. Both families find it in their calendar feeds once they have agreed, as far as calls are permitted.' })
export class RegularTalkInput {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  weekday!: number;

  @Field(() => String, { description: 'HH:MM, on the clocks of the county.' })
  time!: string;
}

@InputType()
export class ProposeAgreementInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => [String], { description: 'One to twenty, in your own words.' })
  points!: string[];

  @Field(() => RegularTalkInput, { nullable: true })
  talk?: RegularTalkInput | null;

  @Field(() => LocalDate, { nullable: true, description: 'When you both look at it again; empty for the county’s usual time.' })
  reviewOn?: Temporal.PlainDate | null;
}

/** How long a proposal is news, in hours. */
const newsFor = 7 * 24;

/** One family proposes what the two want to hold to, for the first time or instead of what they have. */
@Injectable()
export class ProposeAgreement {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ProposeAgreementInput): Promise<Id<'RelationshipAgreement'>> {
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const { person, side, connection } = await guideMember(tx, input.connectionId);
      await requireMayTell(tx, connection, now);
      const [newest] = await tx.find(RelationshipAgreement, { connectionId: connection.id }, { orderBy: { revision: 'desc' }, limit: 1 });
      const proposed = { connectionId: connection.id, revision: (newest?.revision ?? 0) + 1, proposedBy: person, proposedSide: side };
      const agreement = RelationshipAgreement.propose(proposed, input, tx.context.county, now);
      tx.add(agreement);
      askToTell(tx, MeetingsNotificationRequestedV1, peopleOn(otherSide(side), connection), { template: 'SOMETHING_TO_DECIDE', expiresAt: now.add({ hours: newsFor }), contact: connection.contact('MESSAGE', now) });
      return agreement.id;
    });
  }
}
