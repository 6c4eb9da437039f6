import { ContactPermissionEndedV1, ContactPermittedV1, ContactProhibitionEndedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { Module } from '@nestjs/common';
import { ContactRule } from './contact.entities.ts';

@Consumer()
export class LedgerWhenContactPermitted {
  constructor(private readonly db: CountyDb) {}

  @On(ContactPermittedV1)
  async handle({ data }: EventOf<typeof ContactPermittedV1>): Promise<void> {
    const { permissionId: id, people, channels } = data;
    await this.db.transact(async (tx) => {
      tx.add(ContactRule.of({ id, people, kind: 'PERMISSION', channels, from: Temporal.Instant.from(data.from), to: data.to ? Temporal.Instant.from(data.to) : null }));
    });
  }
}

@Consumer()
export class LedgerWhenContactPermissionEnded {
  constructor(private readonly db: CountyDb) {}

  @On(ContactPermissionEndedV1)
  async handle({ data }: EventOf<typeof ContactPermissionEndedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const rule = await tx.get(ContactRule, data.permissionId);
      rule.to = Temporal.Instant.from(data.endedAt);
    });
  }
}

/** It brings nothing back that the prohibition suspended. */
@Consumer()
export class LedgerWhenContactProhibitionEnded {
  constructor(private readonly db: CountyDb) {}

  @On(ContactProhibitionEndedV1)
  async handle({ data }: EventOf<typeof ContactProhibitionEndedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const rule = await tx.get(ContactRule, data.prohibitionId);
      rule.to = Temporal.Instant.from(data.endedAt);
    });
  }
}

/**
 * For a service that plans contact: keeps its projection of the ledger. The service listens to `contact-prohibited` itself,
 * since the prohibition and what it suspends belong in one transaction: see `recordProhibition`.
 */
@Module({ controllers: [LedgerWhenContactPermitted, LedgerWhenContactPermissionEnded, LedgerWhenContactProhibitionEnded] })
export class ContactLedgerModule {}
