import { CallRequestedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { ConnectCall } from './connect-call.ts';

@Consumer()
export class WhenCallRequested {
  constructor(
    private readonly db: CountyDb,
    private readonly connecting: ConnectCall,
  ) {}

  /** After a crash in the middle it may ring twice, and then at the phone of whoever asked for it. */
  @On(CallRequestedV1)
  async handle({ data }: EventOf<typeof CallRequestedV1>): Promise<void> {
    await this.db.acknowledge(() => this.connecting.run(data));
  }
}
