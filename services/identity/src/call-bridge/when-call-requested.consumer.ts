import { CallNotConnectedV1, CallRequestedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { ConnectCall } from './connect-call.ts';

@Consumer()
export class WhenCallRequested {
  constructor(
    private readonly db: CountyDb,
    private readonly connecting: ConnectCall,
  ) {}

  /** After a crash in the middle it may ring twice, and then at the phone of whoever asked for it. That it does not ring is said, and nothing says why. */
  @On(CallRequestedV1)
  async handle({ data }: EventOf<typeof CallRequestedV1>): Promise<void> {
    const { comfortCallId, expiresAt } = data;
    await this.db.transact(async (tx) => {
      if (!(await this.connecting.run(data))) tx.emit(CallNotConnectedV1, { comfortCallId, expiresAt });
    });
  }
}
