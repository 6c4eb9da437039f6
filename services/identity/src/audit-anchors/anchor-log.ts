import { DomainError } from '@fc/domain-kernel';
import { StateDb, type Anchor } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';

/** Where the heads of the counties' trails are kept so that nobody who can change a county's database can change them. Only grows. */
export abstract class AnchorLog {
  /** Keeps it; again, the same changes nothing. Throws `IDENTITY.ANCHOR_CONFLICT` when another head is kept in its place: then one of the two trails is not what was written. */
  abstract append(anchor: Anchor): Promise<void>;
}

/** In the state's database, where identity's role may add and read and nothing else. */
@Injectable()
export class StateAnchorLog extends AnchorLog {
  constructor(private readonly state: StateDb) {
    super();
  }

  override append({ county, service, position, total, hash, sealedAt, signature }: Anchor): Promise<void> {
    return this.state.transact(async (state) => {
      await state.sql(
        `insert into audit_anchor (county, service, position, total, hash, sealed_at, signature) values ($1, $2, $3, $4, $5, $6, $7) on conflict (county, service, position) do nothing`,
        [county, service, position, total, hash, sealedAt, signature],
      );
      const [kept] = await state.sql<{ hash: string }>('select hash from audit_anchor where county = $1 and service = $2 and position = $3', [county, service, position]);
      if (kept?.hash !== hash) throw new DomainError('IDENTITY.ANCHOR_CONFLICT', `Another head of ${service}'s trail is anchored at seal ${position} of ${county}.`);
    });
  }
}
