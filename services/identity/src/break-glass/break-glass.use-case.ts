import { Role } from '@fc/auth';
import { AccessElevatedV1 } from '@fc/contracts';
import { Clock, notFound, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, keepElevation, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Child } from '../families/child.entity.ts';
import { DeliverNotifications } from '../notifications/deliver-notifications.ts';
import { MessageTemplate } from '../notifications/message-template.ts';
import { holdersOf, tellPeople } from '../notifications/tell-people.ts';
import { Person } from '../people/person.entity.ts';
import { BreakGlassUse } from './break-glass-use.entity.ts';

@InputType()
export class BreakGlassInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID, { description: 'The person, or the child.' })
  subjectId!: Id<'Person'>;

  @Field(() => String, { description: 'Why it must be, in 20 to 500 characters. Every coordinator and program supervisor can read it.' })
  reason!: string;
}

/** Opens to a program supervisor, for some hours, what is kept from them of one person or child. It is written down, and the coordinators and the other program supervisors are told that there is something to read: who used it, around whom and why. */
@Injectable()
export class BreakGlass {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly delivery: DeliverNotifications,
  ) {}

  async run(input: BreakGlassInput): Promise<Id<'BreakGlassUse'>> {
    const id = await this.db.once(input, async (tx) => {
      const { reason } = input;
      const person = await tx.first(Person, { id: input.subjectId });
      if (!person && !(await tx.first(Child, { id: input.subjectId as string as Id<'Child'> }))) throw notFound('person');
      const subjectId = person?.mergedIntoId ?? input.subjectId;
      const { actor, county } = tx.context;
      const use = BreakGlassUse.begin({ supervisorId: actor.person as Id<'Person'>, subjectId, reason, from: this.clock.now(), hours: county.settings.breakGlassHours });
      tx.add(use);
      const elevated = { useId: use.id, personId: use.supervisorId, subjectId, from: use.from.toString(), until: use.until.toString() };
      await keepElevation(tx, elevated);
      tx.emit(AccessElevatedV1, elevated);
      const others = (await holdersOf(tx, [Role.COORDINATOR, Role.PROGRAM_SUPERVISOR], use.from)).filter((other) => other !== use.supervisorId);
      await tellPeople(tx, others, MessageTemplate.SOMETHING_TO_READ, use.from);
      return use.id;
    });
    this.delivery.wake();
    return id;
  }
}
