import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb, RowNotFound, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import { ChildProfileEntry } from './child-profile-entry.entity.ts';
import { toldToOneHome } from './child-profile.errors.ts';
import { mayGoTo } from './profile-readers.ts';
import { ProfileRenewal } from './profile-renewal.entity.ts';

@InputType()
export class RenewProfileConsentInput {
  @Field(() => UUID, { description: 'The connection with the home where the child lives now.' })
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => [UUID], { description: 'What that home may read.' })
  entryIds!: Id<'ChildProfileEntry'>[];
}

/** A parent says which of what was told before goes along to the home where the child lives now, or takes that back. */
@Injectable()
export class RenewProfileConsent {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  renew({ connectionId, entryIds }: RenewProfileConsentInput): Promise<void> {
    return this.db.transact(async (tx) => {
      const parent = await this.#parentOn(tx, connectionId);
      for (const entryId of new Set(entryIds)) {
        const entry = await entryOf(tx, connectionId, entryId);
        if (!mayGoTo(connectionId, entry, parent)) throw toldToOneHome();
        (await this.#said(tx, entry, { connectionId, by: parent })).renew(parent, this.clock.now());
      }
    });
  }

  withdraw({ connectionId, entryIds }: RenewProfileConsentInput): Promise<void> {
    return this.db.transact(async (tx) => {
      const parent = await this.#parentOn(tx, connectionId);
      for (const entryId of new Set(entryIds)) (await this.#said(tx, await entryOf(tx, connectionId, entryId), { connectionId, by: parent })).withdraw(this.clock.now());
    });
  }

  /** What a parent said last about that entry and that home; the home in which it was told too. */
  #said(tx: Transaction, { id: entryId, childId }: ChildProfileEntry, { connectionId, by }: { connectionId: Id<'FamilyConnection'>; by: Id<'Person'> }): Promise<ProfileRenewal> {
    return tx.firstOr(ProfileRenewal, { entryId, connectionId }, () => ProfileRenewal.of({ entryId, childId, connectionId, renewedBy: by, renewedAt: this.clock.now() }));
  }

  async #parentOn(tx: Transaction, connectionId: Id<'FamilyConnection'>): Promise<Id<'Person'>> {
    await requireOnConnection(tx, connectionId, Role.PARENT);
    return actingPerson(tx);
  }
}

/** Of a child who joins the two families of that connection now. Throws `NOT_FOUND` for every other. */
async function entryOf(tx: Transaction, connectionId: Id<'FamilyConnection'>, entryId: string): Promise<ChildProfileEntry> {
  const entry = await tx.get(ChildProfileEntry, entryId);
  if (!(await tx.first(ConnectionChild, { connectionId, childId: entry.childId, leftAt: null }))) throw new RowNotFound('ChildProfileEntry', entryId);
  return entry;
}
