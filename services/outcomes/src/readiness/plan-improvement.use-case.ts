import { Role, type RoleName } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, LocalDate, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ReadinessImprovement } from './readiness-improvement.entity.ts';
import { ReadinessArea } from './readiness-pack.ts';
import { noSuchOwner } from './readiness.errors.ts';

@InputType()
export class PlanReadinessImprovementInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => ReadinessArea)
  area!: ReadinessArea;

  @Field(() => String, { description: 'What is to be done, without anybody’s name; up to 500 characters.' })
  what!: string;

  @Field(() => UUID, { description: 'Who sees to it: a coordinator or a program supervisor.' })
  ownerId!: Id<'Person'>;

  @Field(() => LocalDate)
  dueOn!: Temporal.PlainDate;
}

@InputType()
export class HandOverReadinessImprovementInput {
  @Field(() => UUID)
  improvementId!: Id<'ReadinessImprovement'>;

  @Field(() => UUID)
  ownerId!: Id<'Person'>;

  @Field(() => LocalDate)
  dueOn!: Temporal.PlainDate;
}

/** The county plans to do something better, hands it over, and says when it is done. */
@Injectable()
export class PlanImprovement {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: PlanReadinessImprovementInput): Promise<Id<'ReadinessImprovement'>> {
    return this.db.once(input, async (tx) => {
      const { area, what, ownerId, dueOn } = input;
      await requireOwner(tx, ownerId, this.clock.now());
      const improvement = ReadinessImprovement.plan({ area, what, ownerId, dueOn }, this.clock.now(), this.#today(tx));
      tx.add(improvement);
      return improvement.id;
    });
  }

  handOver({ improvementId, ownerId, dueOn }: HandOverReadinessImprovementInput): Promise<Id<'ReadinessImprovement'>> {
    return this.db.transact(async (tx) => {
      const improvement = await tx.lock(ReadinessImprovement, improvementId);
      await requireOwner(tx, ownerId, this.clock.now());
      improvement.handOver({ ownerId, dueOn }, this.#today(tx));
      return improvement.id;
    });
  }

  finish(improvementId: Id<'ReadinessImprovement'>): Promise<Id<'ReadinessImprovement'>> {
    return this.db.transact(async (tx) => {
      const improvement = await tx.lock(ReadinessImprovement, improvementId);
      improvement.finish(this.#today(tx));
      return improvement.id;
    });
  }

  #today(tx: Transaction): Temporal.PlainDate {
    return this.clock.now().toZonedDateTimeISO(tx.context.county.timeZone).toPlainDate();
  }
}

const owners: readonly RoleName[] = [Role.COORDINATOR, Role.PROGRAM_SUPERVISOR];

/** Those who see the list. Throws `OUTCOMES.NO_SUCH_OWNER` for everybody else, of this county or not. */
async function requireOwner(tx: Transaction, personId: Id<'Person'>, now: Temporal.Instant): Promise<void> {
  const [held] = await tx.sql(
    `select 1 as held from access_role where person_id = ? and role = any (string_to_array(?, ',')) and starts_at <= ?::timestamptz and (ends_at is null or ends_at > ?::timestamptz) limit 1`,
    [personId, owners.join(), now.toString(), now.toString()],
  );
  if (!held) throw noSuchOwner();
}
