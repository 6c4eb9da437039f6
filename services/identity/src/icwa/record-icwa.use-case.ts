import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, LocalDate, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildrenOfCase } from '../case-assignments/on-case.ts';
import { IcwaRecord, IcwaStatus } from './icwa-record.entity.ts';
import { Tribe } from './tribe.entity.ts';

@InputType()
export class RecordIcwaInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => [UUID], { description: 'Siblings of whom the same is known; each gets a record of their own.' })
  childIds!: Id<'Child'>[];

  @Field(() => IcwaStatus)
  status!: IcwaStatus;

  @Field(() => LocalDate, { description: 'The day from which it counts.' })
  on!: Temporal.PlainDate;

  @Field(() => String, { description: 'On what it rests: an answer of the family or the tribe, a finding of the court; up to 1,000 characters.' })
  basis!: string;

  @Field(() => [UUID], { defaultValue: [], description: 'Of which tribes the child is a member, or may be one. Needed for CONFIRMED.' })
  tribeIds!: Id<'Tribe'>[];

  @Field(() => [UUID], { defaultValue: [], description: 'Those of them who are a party to the case.' })
  partyIds!: Id<'Tribe'>[];
}

/** It has become clearer whether the Indian Child Welfare Act applies to the children. */
@Injectable()
export class RecordIcwa {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordIcwaInput): Promise<Id<'Child'>[]> {
    return this.db.onceAll(input, async (tx) => {
      const childIds = await lockChildrenOfCase(tx, input.childIds);
      for (const tribeId of input.tribeIds) await tx.get(Tribe, tribeId);
      const today = this.clock.now().toZonedDateTimeISO(tx.context.county.timeZone).toPlainDate();
      const by = { recordedBy: tx.context.actor.person as Id<'Person'>, today };
      tx.add(...childIds.map((childId) => IcwaRecord.of(childId, input, by)));
      return childIds;
    });
  }
}
