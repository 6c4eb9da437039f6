import { PartnerGrantChangedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, make } from '@fc/tenancy';
import { AccessPartnerGrant } from './access.entities.ts';

@Consumer()
export class AccessWhenPartnerGrantChanged {
  constructor(private readonly db: CountyDb) {}

  @On(PartnerGrantChangedV1)
  async handle({ data }: EventOf<typeof PartnerGrantChangedV1>): Promise<void> {
    const { grantId: id, partnerId, clientId, scopes, connectionIds } = data;
    const [from, to] = [Temporal.Instant.from(data.from), Temporal.Instant.from(data.until)];
    await this.db.transact(async (tx) => {
      const grant = await tx.firstOr(AccessPartnerGrant, { id }, () => make(AccessPartnerGrant, { id, partnerId, clientId, scopes, connectionIds, from, to }));
      // A grant is only ever cut short, so the shorter of two stories is the later one.
      if (Temporal.Instant.compare(to, grant.to) < 0) grant.to = to;
    });
  }
}
