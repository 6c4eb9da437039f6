import { Clock, forbidden, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { isOnConnection } from '../projections/on-connection.ts';
import { GuideAnswer, GuideInvitation } from './guide-invitation.entity.ts';
import { guideMember, requireMayTell } from './guide-member.ts';

@InputType()
export class AnswerGuideInvitationInput {
  @Field(() => UUID)
  invitationId!: Id<'GuideInvitation'>;

  @Field(() => GuideAnswer)
  answer!: GuideAnswer;
}

/** The invited family says yes, or not now; it can think again at any time. */
@Injectable()
export class AnswerGuideInvitation {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ invitationId, answer }: AnswerGuideInvitationInput): Promise<Id<'GuideInvitation'>> {
    return this.db.transact(async (tx) => {
      const { connectionId } = await tx.get(GuideInvitation, invitationId);
      if (!(await isOnConnection(tx, connectionId))) throw new RowNotFound('GuideInvitation', invitationId);
      const { person, side, connection } = await guideMember(tx, connectionId);
      const invitation = await tx.lock(GuideInvitation, invitationId);
      if (invitation.invitedSide !== side) throw forbidden('The other family answers this invitation.');
      const now = this.clock.now();
      await requireMayTell(tx, connection, now); // the other family reads the answer
      invitation.take(answer, person, now);
      return invitation.id;
    });
  }
}
