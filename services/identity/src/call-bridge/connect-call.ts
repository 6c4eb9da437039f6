import type { CallRequestedV1, EventData } from '@fc/contracts';
import { Clock, Temporal } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isPossibleNow } from '../contact/ledger-answer.ts';
import { DeliveryChannels } from '../delivery/delivery-channels.ts';
import { Recipients } from '../notifications/recipients.ts';
import { NotConnected } from '../delivery/call-bridge.ts';

/** Has two phones connected, if the ledger still allows it and both numbers are known. Numbers leave for the bridge and for nobody else. */
@Injectable()
export class ConnectCall {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly channels: DeliveryChannels,
    private readonly recipients: Recipients,
  ) {}

  /** Answers whether their phones ring. Throws when the bridge is away for the moment: then it is tried again, until nobody waits for it any more. */
  async run({ comfortCallId: id, callerId, calleeId, expiresAt, contact }: EventData<typeof CallRequestedV1>): Promise<boolean> {
    const bridge = this.channels.bridge;
    if (!bridge || Temporal.Instant.compare(this.clock.now(), Temporal.Instant.from(expiresAt)) >= 0) return false;
    const [caller, callee] = await this.db.read(async (reader) => {
      if (!(await isPossibleNow(reader, contact))) return [];
      return [await this.recipients.phoneOf(reader, callerId), await this.recipients.phoneOf(reader, calleeId)];
    });
    if (!caller || !callee) return false;
    try {
      await bridge.connect({ id, caller, callee });
      return true;
    } catch (error) {
      if (!(error instanceof NotConnected)) throw error;
      return false;
    }
  }
}
