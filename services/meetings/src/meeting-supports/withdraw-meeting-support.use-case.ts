import { Role } from '@fc/auth';
import { Clock, forbidden, type Id } from '@fc/domain-kernel';
import { rolesOnConnection, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { MeetingSupport } from './meeting-support.entity.ts';
import { supportPlanners } from './needed-supports.ts';

@InputType()
export class WithdrawMeetingSupportInput {
  @Field(() => UUID)
  supportId!: Id<'MeetingSupport'>;
}

/** What somebody needed for the meetings is needed no longer. */
@Injectable()
export class WithdrawMeetingSupport {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ supportId }: WithdrawMeetingSupportInput): Promise<Id<'MeetingSupport'>> {
    return this.db.transact(async (tx) => {
      const { id, connectionId, forPersonId } = await getOnConnection(tx, MeetingSupport, supportId, Role.PARENT, Role.CAREGIVER, ...supportPlanners);
      const held = await rolesOnConnection(tx, connectionId);
      if (forPersonId !== actingPerson(tx) && !held.some((role) => supportPlanners.includes(role))) throw forbidden('This is for whoever needs it, or plans the meeting.');
      (await tx.lock(MeetingSupport, id)).withdraw(this.clock.now());
      return id;
    });
  }
}
