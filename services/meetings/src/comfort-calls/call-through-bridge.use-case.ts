import { Role } from '@fc/auth';
import { CallRequestedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { AskLedger, IdempotencyKey, sayContact, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { callSoFar } from './call-so-far.ts';
import { ComfortCall } from './comfort-call.entity.ts';

/** How long a caregiver waits for their phone to ring, in minutes. */
const patience = 2;

@InputType()
export class CallThroughBridgeInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  comfortCallId!: Id<'ComfortCall'>;
}

/** A caregiver calls the parent, and neither sees the other's number: none is shown before the parent has agreed to it (R79). */
@Injectable()
export class CallThroughBridge {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly ledger: AskLedger,
  ) {}

  run(input: CallThroughBridgeInput): Promise<Id<'ComfortCall'>> {
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const known = await getOnConnection(tx, ComfortCall, input.comfortCallId, Role.CAREGIVER);
      const { id } = known;
      const connection = await tx.get(FamilyConnection, known.connectionId);
      const contact = connection.contact('CALL', now);
      await this.ledger.requireContact(tx, contact);
      const { call, soFar } = await callSoFar(tx, known, now);
      call.bridge(soFar);
      tx.emit(CallRequestedV1, { comfortCallId: id, callerId: actingPerson(tx), calleeId: connection.parentId, expiresAt: now.add({ minutes: patience }).toString(), contact: sayContact(contact) });
      return id;
    });
  }
}
