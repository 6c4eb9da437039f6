import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { ContactChannels, IdempotencyKey, Instant, UUID, type ContactChannel } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import type { Person } from '../people/person.entity.ts';
import { holdNames, lockSurvivorOf } from '../people/survivor.ts';
import { ContactRule, ContactSource, type ContactRuleKind } from './contact-rule.entity.ts';
import { recordRule } from './every-record.ts';
import { requireKeepsLedger } from './keeps-ledger.ts';
import { pairOf } from './pair.ts';
import { WeeklyHoursInput } from './weekly-hours.ts';

@InputType()
export class ProhibitContactInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => [UUID], { description: 'Two different people, in any order.' })
  personIds!: Id<'Person'>[];

  @Field(() => [ContactChannels])
  channels!: ContactChannel[];

  @Field(() => Instant, { nullable: true, description: 'Now, when left out.' })
  from?: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'Until somebody ends it, when left out.' })
  to?: Temporal.Instant | null;

  @Field(() => [WeeklyHoursInput], { nullable: true, description: 'Only at these hours of the week, where the court or the plan says so; at all hours when left out.' })
  hours?: WeeklyHoursInput[] | null;

  @Field(() => ContactSource)
  source!: ContactSource;

  @Field(() => String, { nullable: true, description: 'Where the order or plan can be found; up to 200 characters.' })
  document?: string | null;
}

@InputType()
export class PermitContactInput extends ProhibitContactInput {}

/** Writes into the contact ledger that two people may, or may not, have contact. Services that plan contact follow at once. */
@Injectable()
export class RecordContactRule {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  prohibit(input: ProhibitContactInput): Promise<Id<'ContactRule'>> {
    return this.#record('PROHIBITION', input);
  }

  permit(input: PermitContactInput): Promise<Id<'ContactRule'>> {
    return this.#record('PERMISSION', input);
  }

  #record(kind: `${ContactRuleKind}`, input: ProhibitContactInput): Promise<Id<'ContactRule'>> {
    return this.db.once(input, async (tx) => {
      const named = pairOf(input.personIds);
      await requireKeepsLedger(tx, named);
      await holdNames(tx); // before the people, as a merge does
      const people: Person[] = [];
      for (const personId of named) people.push(await lockSurvivorOf(tx, personId));
      const pair = pairOf(people.map(({ id }) => id));
      const { channels, source, to = null, hours, document = null } = input;
      const recordedBy = tx.context.actor.person as Id<'Person'>;
      const rule = ContactRule.record(kind, { pair, channels, from: input.from ?? this.clock.now(), to, hours: hours ?? [], source, document, recordedBy });
      await recordRule(tx, rule);
      return rule.id;
    });
  }
}
