import { ContactPermissionEndedV1, ContactPermittedV1, ContactProhibitedV1, ContactProhibitionEndedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { ContactRule } from './contact.entities.ts';
import { recordPermissionEnd, recordProhibition } from './contact-ledger.ts';
import { PlannedContacts } from './planned-contacts.ts';

@Consumer()
export class LedgerWhenContactPermitted {
  constructor(private readonly db: CountyDb) {}

  @On(ContactPermittedV1)
  async handle({ data }: EventOf<typeof ContactPermittedV1>): Promise<void> {
    const { permissionId: id, people, channels, hours = [] } = data;
    await this.db.transact(async (tx) => {
      tx.add(ContactRule.of({ id, people, kind: 'PERMISSION', channels, from: Temporal.Instant.from(data.from), to: data.to ? Temporal.Instant.from(data.to) : null, hours }));
    });
  }
}

/** What relied on the permission, and on no other, is suspended with it. */
@Consumer()
export class LedgerWhenContactPermissionEnded {
  constructor(
    private readonly db: CountyDb,
    private readonly planned: PlannedContacts,
  ) {}

  @On(ContactPermissionEndedV1)
  async handle({ data }: EventOf<typeof ContactPermissionEndedV1>): Promise<void> {
    await this.db.transact(async (tx) => this.planned.suspendForbidden(tx, await recordPermissionEnd(tx, data)));
    this.planned.wakeWhatFollows();
  }
}

/** What it forbids is suspended with it, also what lies in a time that has not begun. */
@Consumer()
export class LedgerWhenContactProhibited {
  constructor(
    private readonly db: CountyDb,
    private readonly planned: PlannedContacts,
  ) {}

  @On(ContactProhibitedV1)
  async handle({ data }: EventOf<typeof ContactProhibitedV1>): Promise<void> {
    await this.db.transact(async (tx) => this.planned.suspendForbidden(tx, await recordProhibition(tx, data)));
    this.planned.wakeWhatFollows();
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

/** For a service that plans contact: keeps its projection of the ledger, and has it suspend what is forbidden in the same transaction. `imports` have what `planned` needs. */
@Module({})
export class ContactLedgerModule {
  static suspending(planned: Type<PlannedContacts>, imports: readonly Type[] = []): DynamicModule {
    return {
      module: ContactLedgerModule,
      imports: [...imports],
      controllers: [LedgerWhenContactPermitted, LedgerWhenContactPermissionEnded, LedgerWhenContactProhibited, LedgerWhenContactProhibitionEnded],
      providers: [{ provide: PlannedContacts, useClass: planned }],
    };
  }
}
