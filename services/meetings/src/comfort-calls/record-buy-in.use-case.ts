import { Role, type RoleName } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { CallBuyIn } from './call-buy-in.entity.ts';
import { CallParty, ComfortCall } from './comfort-call.entity.ts';

@InputType()
export class RecordBuyInInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  comfortCallId!: Id<'ComfortCall'>;

  @Field(() => CallParty, { description: 'Parent and caregiver each say so themselves, or the caseworker or coordinator records it for them.' })
  by!: CallParty;
}

const staff: readonly RoleName[] = [Role.CASEWORKER, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR];
/** Who may say it for a party. */
const mayRecord: Record<CallParty, readonly RoleName[]> = { AGENCY: staff, CASEWORKER: staff, PARENT: [Role.PARENT, ...staff], CAREGIVER: [Role.CAREGIVER, ...staff] };

/** One of the four parties wants the call. Saying it twice is saying it once. */
@Injectable()
export class RecordBuyIn {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordBuyInInput): Promise<Id<'ComfortCall'>> {
    const { comfortCallId, by } = input;
    return this.db.once(input, async (tx) => {
      const call = await getOnConnection(tx, ComfortCall, comfortCallId, ...mayRecord[by]);
      await tx.firstOr(CallBuyIn, { comfortCallId: call.id, by }, () => CallBuyIn.of(call.id, by, actingPerson(tx), this.clock.now()));
      return call.id;
    });
  }
}
