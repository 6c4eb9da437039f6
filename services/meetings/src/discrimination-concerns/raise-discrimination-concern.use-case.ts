import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, notFound, type Id, type Temporal } from '@fc/domain-kernel';
import { askToTell, IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, Protection, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { isOnConnection } from '../projections/on-connection.ts';
import { DiscriminationConcern, DiscriminationGround } from './discrimination-concern.entity.ts';

@InputType()
export class RaiseDiscriminationConcernInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => [DiscriminationGround], { description: 'One or more.' })
  grounds!: DiscriminationGround[];

  @Field(() => String, { description: 'What happened; up to 4,000 characters.' })
  words!: string;
}

/** How long such a question is news, in hours. */
const newsFor = 14 * 24;

/** Somebody around two families says that one of them, or the child, is treated worse for who they are. */
@Injectable()
export class RaiseDiscriminationConcern {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  run(input: RaiseDiscriminationConcernInput): Promise<Id<'DiscriminationConcern'>> {
    return this.db.once(input, async (tx) => {
      const { connectionId } = input;
      if (!(await isOnConnection(tx, connectionId))) throw notFound('family connection');
      await tx.get(FamilyConnection, connectionId); // who sees the whole county must name one that is there
      const now = this.clock.now();
      const raisedBy = actingPerson(tx);
      const concern = DiscriminationConcern.raise({ connectionId, raisedBy }, input, await this.protection.keyFor(tx, raisedBy), now);
      tx.add(concern);
      const others = (await supervisors(tx, now)).filter((supervisor) => supervisor !== raisedBy);
      askToTell(tx, MeetingsNotificationRequestedV1, others, { template: 'SOMETHING_TO_DECIDE', expiresAt: now.add({ hours: newsFor }) });
      return concern.id;
    });
  }
}

async function supervisors(tx: Transaction, now: Temporal.Instant): Promise<Id<'Person'>[]> {
  const rows = await tx.sql<{ person_id: Id<'Person'> }>(
    `select distinct person_id from access_role where role = 'PROGRAM_SUPERVISOR' and starts_at <= ?::timestamptz and (ends_at is null or ends_at > ?::timestamptz)`,
    [now.toString(), now.toString()],
  );
  return rows.map((row) => row.person_id);
}
