import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { notPossibleAtPresent } from '../contact/not-possible.ts';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { MeetingSupport } from './meeting-support.entity.ts';
import { notOfTheProgram } from './meeting-support.errors.ts';
import { mayBeThere, supportPlanners } from './needed-supports.ts';

@InputType()
export class ArrangeMeetingSupportInput {
  @Field(() => UUID)
  supportId!: Id<'MeetingSupport'>;

  @Field(() => UUID, { nullable: true, description: 'Somebody of the program, whose free times then count for the meeting. Left out: somebody from outside.' })
  providedById?: Id<'Person'> | null;
}

/** Names who gives what a family needs for its meetings. */
@Injectable()
export class ArrangeMeetingSupport {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ supportId, providedById = null }: ArrangeMeetingSupportInput): Promise<Id<'MeetingSupport'>> {
    return this.db.transact(async (tx) => {
      const { id, connectionId } = await getOnConnection(tx, MeetingSupport, supportId, ...supportPlanners);
      const now = this.clock.now();
      const connection = await tx.get(FamilyConnection, connectionId);
      if (providedById) await requireOfProgram(tx, connection, providedById, now);
      if (providedById && !(await mayBeThere(tx, connection, providedById, { at: now }))) throw notPossibleAtPresent();
      (await tx.lock(MeetingSupport, id)).arrange(providedById);
      return id;
    });
  }
}

const families: readonly string[] = ['PARENT', 'CAREGIVER', 'RELATIVE', 'YOUTH'];

/** Somebody with a part in the program's work, and in neither family. Throws `MEETINGS.NOT_OF_THE_PROGRAM`. */
async function requireOfProgram(reader: Reader, connection: FamilyConnection, personId: Id<'Person'>, now: Temporal.Instant): Promise<void> {
  const [held] = await reader.sql(
    `select 1 as held from access_role where person_id = ? and not role = any (string_to_array(?, ',')) and starts_at <= ?::timestamptz and (ends_at is null or ends_at > ?::timestamptz) limit 1`,
    [personId, families.join(), now.toString(), now.toString()],
  );
  if (!held || familiesOf(connection).includes(personId)) throw notOfTheProgram();
}
