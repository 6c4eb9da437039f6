import { ContactPermittedV1, ContactProhibitedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, UUID, type ContactChannel } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Person } from '../people/person.entity.ts';
import { ContactChannels } from './contact-rule.view.ts';
import { ContactRule, ContactSource, type ContactRuleKind } from './contact-rule.entity.ts';
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
    return this.#record('PROHIBITION', input, (tx, { id, ...fact }) => tx.emit(ContactProhibitedV1, { prohibitionId: id as string as Id<'ContactProhibition'>, ...fact }));
  }

  permit(input: PermitContactInput): Promise<Id<'ContactRule'>> {
    return this.#record('PERMISSION', input, (tx, { id, ...fact }) => tx.emit(ContactPermittedV1, { permissionId: id as string as Id<'ContactPermission'>, ...fact }));
  }

  #record(kind: `${ContactRuleKind}`, input: ProhibitContactInput, tell: (tx: Transaction, fact: RuleFact) => void): Promise<Id<'ContactRule'>> {
    return this.db.once(input, async (tx) => {
      const pair = pairOf(input.personIds);
      await requireKeepsLedger(tx, pair);
      for (const personId of pair) await tx.get(Person, personId);
      const { channels, source, to = null, hours, document = null } = input;
      const recordedBy = tx.context.actor.person as Id<'Person'>;
      const rule = ContactRule.record(kind, { pair, channels, from: input.from ?? this.clock.now(), to, hours: hours ?? [], source, document, recordedBy });
      tx.add(rule);
      tell(tx, factOf(rule));
      return rule.id;
    });
  }
}

/** What the other services are told of a rule: neither its source nor its document. */
const factOf = ({ id, first, second, channels, from, to, hours }: ContactRule) => ({ id, people: [first, second], channels, from: from.toString(), to: to?.toString() ?? null, ...(hours && { hours: [...hours] }) });
type RuleFact = ReturnType<typeof factOf>;
