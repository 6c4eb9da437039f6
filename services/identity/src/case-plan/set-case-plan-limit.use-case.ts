import { Clock, DomainError, type Id, type Temporal } from '@fc/domain-kernel';
import { ContactChannels, IdempotencyKey, Instant, UUID, type ContactChannel, type ContactSupervision } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { lockChildOf, lockChildrenOfCase } from '../case-assignments/on-case.ts';
import { everyRecordOf, holdNames } from '../people/survivor.ts';
import { CasePlanLimit } from './case-plan-limit.entity.ts';
import { ContactSupervisions } from './case-plan-limit.view.ts';
import { tellLimit } from './tell-limit.ts';

@InputType()
export class SetCasePlanLimitInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => [UUID], { description: 'Siblings for whom the plan sets the same; each gets a limit of their own.' })
  childIds!: Id<'Child'>[];

  @Field(() => UUID, { description: 'A parent, or another relative of theirs.' })
  personId!: Id<'Person'>;

  @Field(() => [ContactChannels], { description: 'The ways of contact that the plan knows; no others.' })
  channels!: ContactChannel[];

  @Field(() => Int, { nullable: true, description: 'At most so often, 1 to 100; open when left out.' })
  timesPerWeek?: number | null;

  @Field(() => ContactSupervisions, { nullable: true, description: 'At least so much; open when left out.' })
  supervision?: ContactSupervision | null;

  @Field(() => Instant, { nullable: true, description: 'Now, when left out.' })
  from?: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'Until it is ended, when left out.' })
  until?: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'Where the plan can be found, for those who work on the case; up to 200 characters.' })
  document?: string | null;
}

@InputType()
export class EndCasePlanLimitInput {
  @Field(() => UUID)
  limitId!: Id<'CasePlanLimit'>;
}

/** The caseworker enters what the case plan sets for contact, or that it sets it no longer; what it set before stays readable. */
@Injectable()
export class SetCasePlanLimit {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  set(input: SetCasePlanLimitInput): Promise<Id<'CasePlanLimit'>[]> {
    return this.db.onceAll(input, async (tx) => {
      await holdNames(tx);
      const records = await everyRecordOf(tx, input.personId);
      const { channels, timesPerWeek = null, supervision = null, from, until = null, document = null } = input;
      const terms = { channels, timesPerWeek, supervision, from: from ?? this.clock.now(), until, document };
      const limits: CasePlanLimit[] = [];
      for (const childId of await lockChildrenOfCase(tx, input.childIds)) {
        await requireOfFamily(tx, childId, records[0]);
        for (const personId of records) {
          const known = await tx.first(CasePlanLimit, { childId, personId });
          known?.revise(terms, actor(tx));
          limits.push(known ?? CasePlanLimit.set(childId, personId, terms, actor(tx)));
        }
      }
      tx.add(...limits);
      for (const limit of limits) tellLimit(tx, limit);
      return limits.filter(({ personId }) => personId === records[0]).map((limit) => limit.id);
    });
  }

  end({ limitId }: EndCasePlanLimitInput): Promise<Id<'CasePlanLimit'>> {
    return this.db.transact(async (tx) => {
      await holdNames(tx);
      await lockChildOf(tx, CasePlanLimit, limitId);
      const { childId, personId } = await tx.lock(CasePlanLimit, limitId);
      const now = this.clock.now();
      for (const limit of await tx.find(CasePlanLimit, { childId, personId: { $in: await everyRecordOf(tx, personId) } })) {
        if (limit.id !== limitId && !limit.lasts(now)) continue;
        limit.end(now, actor(tx));
        tellLimit(tx, limit);
      }
      return limitId;
    });
  }
}

const actor = (tx: Transaction): Id<'Person'> => tx.context.actor.person as Id<'Person'>;

/** Throws `IDENTITY.NOT_OF_THE_FAMILY`: the plan is about the child's own family, not about a home or staff. */
async function requireOfFamily(tx: Transaction, childId: Id<'Child'>, personId: Id<'Person'>): Promise<void> {
  const [known] = await tx.sql(`select 1 as there from child where id = ? and ? = any (parent_ids) union all select 1 from relative where child_id = ? and person_id = ? limit 1`, [childId, personId, childId, personId]);
  if (!known) throw new DomainError('IDENTITY.NOT_OF_THE_FAMILY', 'This person is neither a parent nor a relative of this child.');
}
