import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { askToTell, IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { peopleOn } from '../projections/family-connection.entity.ts';
import { GuideInvitation } from './guide-invitation.entity.ts';
import { guideMember, otherSide, requireMayTell } from './guide-member.ts';

/** How long an invitation is news, in hours. */
const newsFor = 7 * 24;

@InputType()
export class InviteToGuideInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;
}

/** A parent invites the caregivers to use the guide together, or a caregiver the parent. */
@Injectable()
export class InviteToGuide {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: InviteToGuideInput): Promise<Id<'GuideInvitation'>> {
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const { person, side, connection } = await guideMember(tx, input.connectionId);
      await requireMayTell(tx, connection, now);
      const invitedSide = otherSide(side);
      const invitation = GuideInvitation.from({ connectionId: connection.id, invitedBy: person, invitedSide, invitedAt: now });
      tx.add(invitation);
      askToTell(tx, MeetingsNotificationRequestedV1, peopleOn(invitedSide, connection), { template: 'SOMETHING_TO_DECIDE', expiresAt: now.add({ hours: newsFor }), contact: connection.contact('MESSAGE', now) });
      return invitation.id;
    });
  }
}
