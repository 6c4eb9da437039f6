import { AccessChangedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { revokeLinksOf } from '../capability-links/message-links.ts';
import { requireNotErased } from '../erasures/erase-person.ts';
import { requireMayDecideOn } from './holding-roles.ts';
import { notYourself } from './people.errors.ts';
import { RoleAssignment } from './role-assignment.entity.ts';
import { lockSurvivorOf } from './survivor.ts';

@InputType()
export class DisablePersonInput {
  @Field(() => UUID)
  personId!: Id<'Person'>;
}

@InputType()
export class EnablePersonInput extends DisablePersonInput {}

/** Closes a person's way in, or opens it again. Every service follows within a second, whatever tokens are still alive. */
@Injectable()
export class ChangeAccess {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  disable({ personId }: DisablePersonInput): Promise<Id<'Person'>> {
    return this.#change(personId, true);
  }

  enable({ personId }: EnablePersonInput): Promise<Id<'Person'>> {
    return this.#change(personId, false);
  }

  #change(named: Id<'Person'>, disabled: boolean): Promise<Id<'Person'>> {
    return this.db.transact(async (tx) => {
      const person = await lockSurvivorOf(tx, named);
      const personId = person.id;
      await requireNotErased(tx, personId);
      const held = await tx.find(RoleAssignment, { personId, to: null });
      requireMayDecideOn(tx, held.map(({ role }) => role));
      if (disabled && personId === tx.context.actor.person) throw notYourself();
      const now = this.clock.now();
      person.disabledAt = disabled ? now : null;
      if (disabled) await revokeLinksOf(tx, personId, now);
      tx.emit(AccessChangedV1, { personId, disabled });
      return personId;
    });
  }
}
