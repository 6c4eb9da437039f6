import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { recordsOf } from '../people/enrolled-person.entity.ts';
import { ReferralView } from './referral.view.ts';
import { ResourceReferral } from './resource-referral.entity.ts';

/** How many of the newest referrals one answer holds. */
const most = 100;

@Injectable()
export class Referrals {
  constructor(private readonly db: CountyDb) {}

  mine(): Promise<ReferralView[]> {
    return this.db.read(async (reader) => {
      const person = reader.context.actor.person as Id<'Person'>; // whoever is signed in to a county is a person of it
      const rows = await reader.rows(ResourceReferral, { $or: [{ personId: { $in: await recordsOf(reader, person) } }, { referredById: person }] }, { orderBy: { id: 'desc' }, limit: most });
      return rows.map(ReferralView.from);
    });
  }

  /** For the answer to whoever has just changed it. */
  byId(id: Id<'ResourceReferral'>): Promise<ReferralView> {
    return this.db.read(async (reader) => ReferralView.from(await reader.getRow(ResourceReferral, id)));
  }
}
