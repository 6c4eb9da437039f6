import { AccessChangedV1, AccessElevatedV1, AccountLinkedV1, RoleGrantedV1, RoleRevokedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, make } from '@fc/tenancy';
import { AccessAccount, AccessRole } from './access.entities.ts';
import { keepElevation } from './break-glass.ts';

@Consumer()
export class AccessWhenAccountLinked {
  constructor(private readonly db: CountyDb) {}

  @On(AccountLinkedV1)
  async handle({ data }: EventOf<typeof AccountLinkedV1>): Promise<void> {
    const { issuer, subject } = data;
    const personId = data.personId;
    await this.db.transact(async (tx) => {
      const account = await tx.firstOr(AccessAccount, { issuer, subject }, () => make(AccessAccount, { issuer, subject, personId, disabled: false }));
      account.personId = personId;
    });
  }
}

@Consumer()
export class AccessWhenAccessChanged {
  constructor(private readonly db: CountyDb) {}

  @On(AccessChangedV1)
  async handle({ data }: EventOf<typeof AccessChangedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      for (const account of await tx.find(AccessAccount, { personId: data.personId })) account.disabled = data.disabled;
    });
  }
}

@Consumer()
export class AccessWhenRoleGranted {
  constructor(private readonly db: CountyDb) {}

  @On(RoleGrantedV1)
  async handle({ data }: EventOf<typeof RoleGrantedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      tx.add(
        make(AccessRole, {
          id: data.assignmentId,
          personId: data.personId,
          role: data.role,
          from: Temporal.Instant.from(data.from),
          to: null,
        }),
      );
    });
  }
}

@Consumer()
export class AccessWhenRoleRevoked {
  constructor(private readonly db: CountyDb) {}

  @On(RoleRevokedV1)
  async handle({ data }: EventOf<typeof RoleRevokedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const held = await tx.get(AccessRole, data.assignmentId);
      held.to = Temporal.Instant.from(data.to);
    });
  }
}

@Consumer()
export class AccessWhenAccessElevated {
  constructor(private readonly db: CountyDb) {}

  @On(AccessElevatedV1)
  async handle({ data }: EventOf<typeof AccessElevatedV1>): Promise<void> {
    await this.db.transact((tx) => keepElevation(tx, data));
  }
}
