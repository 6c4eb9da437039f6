import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { noSuchChildHere } from '../child-profile/child-profile.errors.ts';
import { connectionClosed } from '../connections-meetings/connections-meeting.errors.ts';
import { requireMayTell, sideOfPerson } from '../guide/guide-member.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import { ConnectionSide } from '../projections/connection-side.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { Strength, StrengthKind } from './strength.entity.ts';

@InputType()
export class NameStrengthInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => StrengthKind)
  kind!: StrengthKind;

  @Field(() => ConnectionSide, { nullable: true, description: 'Which family has it; empty for a child’s.' })
  side?: ConnectionSide | null;

  @Field(() => UUID, { nullable: true, description: 'A child whom the two families have in common; empty for a family’s.' })
  childId?: Id<'Child'> | null;

  @Field(() => String, { description: 'Up to 500 characters. Those whose it is read it too.' })
  text!: string;
}

/** Everybody around two families who sees what they do well. */
export const strengthNamers = [Role.PARENT, Role.CAREGIVER, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.VISIT_SUPERVISOR, Role.CASA, Role.NAVIGATOR, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR] as const;

/** Somebody writes down what a child or a family brings along. */
@Injectable()
export class NameStrength {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: NameStrengthInput): Promise<Id<'Strength'>> {
    const { connectionId, kind, side = null, childId = null, text } = input;
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const held = await requireOnConnection(tx, connectionId, ...strengthNamers);
      const connection = await tx.get(FamilyConnection, connectionId);
      const namedBy = actingPerson(tx);
      const namedSide = held.includes(Role.PARENT) || held.includes(Role.CAREGIVER) ? sideOfPerson(namedBy, connection) : null;
      // Whatever one family does not say of itself, the other one reads.
      if (namedSide && namedSide !== side) await requireMayTell(tx, connection, now);
      if (connection.closedAt && !connection.continuedAt) throw connectionClosed();
      if (childId) await requireHere(tx, connectionId, childId);
      const strength = Strength.named({ connectionId, kind, side, childId, text, namedBy, namedSide }, now);
      tx.add(strength);
      return strength.id;
    });
  }
}

async function requireHere(tx: Transaction, connectionId: Id<'FamilyConnection'>, childId: Id<'Child'>): Promise<void> {
  if (!(await tx.first(ConnectionChild, { connectionId, childId, leftAt: null }))) throw noSuchChildHere();
}
