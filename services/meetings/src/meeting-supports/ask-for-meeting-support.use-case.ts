import { Role } from '@fc/auth';
import { forbidden, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { connectionClosed } from '../connections-meetings/connections-meeting.errors.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { MeetingSupport, MeetingSupportKind } from './meeting-support.entity.ts';
import { notOfTheFamilies } from './meeting-support.errors.ts';
import { supportPlanners } from './needed-supports.ts';

@InputType()
export class AskForMeetingSupportInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => MeetingSupportKind)
  kind!: MeetingSupportKind;

  @Field(() => String, { nullable: true, description: 'Of an interpreter alone: which language, by its tag, like es.' })
  language?: string | null;

  @Field(() => UUID, { description: 'The parent or a caregiver. A parent or a caregiver says it of themselves.' })
  forPersonId!: Id<'Person'>;
}

/** Somebody of the two families cannot take part in their meetings without this. */
@Injectable()
export class AskForMeetingSupport {
  constructor(private readonly db: CountyDb) {}

  run(input: AskForMeetingSupportInput): Promise<Id<'MeetingSupport'>> {
    return this.db.once(input, async (tx) => {
      const held = await requireOnConnection(tx, input.connectionId, Role.PARENT, Role.CAREGIVER, ...supportPlanners);
      const connection = await tx.get(FamilyConnection, input.connectionId);
      if (connection.closedAt) throw connectionClosed();
      const me = actingPerson(tx);
      if (input.forPersonId !== me && !held.some((role) => supportPlanners.includes(role))) throw forbidden('Say this of yourself, or ask whoever plans the meeting.');
      if (!familiesOf(connection).includes(input.forPersonId)) throw notOfTheFamilies();
      const support = MeetingSupport.needed(input, me);
      tx.add(support);
      return support.id;
    });
  }
}
