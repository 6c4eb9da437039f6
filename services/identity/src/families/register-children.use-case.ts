import { Role } from '@fc/auth';
import { Clock, DomainError, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, LocalDate, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { joinCase } from '../case-assignments/case-team.ts';
import { survivorOf } from '../people/survivor.ts';
import { newSiblingGroup } from './child.entity.ts';
import { enterChild } from './enter-child.ts';

@InputType()
export class NewChildInput {
  @Field(() => String)
  givenName!: string;

  @Field(() => String)
  familyName!: string;

  @Field(() => LocalDate)
  birthDate!: Temporal.PlainDate;
}

@InputType()
export class RegisterChildrenInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => [NewChildInput], { description: 'Siblings are entered together; each gets a record of their own.' })
  children!: NewChildInput[];

  @Field(() => [UUID], { description: 'Their parents, as far as they are known.' })
  parentIds!: Id<'Person'>[];
}

/** Enters the children of a case. A caseworker who enters them works on their case from then on. */
@Injectable()
export class RegisterChildren {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RegisterChildrenInput): Promise<Id<'Child'>[]> {
    return this.db.onceAll(input, async (tx) => {
      if (input.children.length === 0) throw new DomainError('IDENTITY.NO_CHILD', 'Enter at least one child.');
      const parentIds: Id<'Person'>[] = [];
      for (const parent of input.parentIds) parentIds.push((await survivorOf(tx, parent)).id);
      const now = this.clock.now();
      const today = now.toZonedDateTimeISO(tx.context.county.timeZone).toPlainDate();
      const { person: registrar, roles } = tx.context.actor;
      const siblingGroupId = newSiblingGroup();
      return input.children.map((entered) => {
        const child = enterChild(tx, { ...entered, siblingGroupId, parentIds }, today);
        if (roles.includes(Role.CASEWORKER)) joinCase(tx, child.id, registrar as Id<'Person'>, Role.CASEWORKER, now);
        return child.id;
      });
    });
  }
}
