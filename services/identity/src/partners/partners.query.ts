import { Clock, type Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { PartnerGrant } from './partner-grant.entity.ts';
import { Partner } from './partner.entity.ts';
import { PartnerGrantView, PartnerView } from './partner.views.ts';
import { noGrant } from './partners.errors.ts';

/** Reads partner organisations and what they are granted, from identity's own tables: what has ended is not there. */
@Injectable()
export class Partners {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  byId(id: Id<'Partner'>): Promise<PartnerView> {
    return this.db.read(async (reader) => {
      const partner = await reader.getRow(Partner, id);
      return PartnerView.from(partner, (await this.#lasting(reader, [id])).get(id));
    });
  }

  page(args: PageArgs): Promise<Page<PartnerView>> {
    return this.db.read(async (reader) => {
      const { nodes, pageInfo } = await readPage(reader, Partner, {}, args, (row) => row);
      const grants = await this.#lasting(reader, nodes.map((partner) => partner.id));
      return { nodes: nodes.map((partner) => PartnerView.from(partner, grants.get(partner.id))), pageInfo };
    });
  }

  /** What the organisation that asks is granted. Throws `NO_GRANT`. */
  mine(): Promise<PartnerGrantView> {
    return this.db.read(async (reader) => {
      const id = reader.context.actor.person as Id<'Partner'>; // the access rule lets nobody but partners ask
      const grant = (await this.#lasting(reader, [id])).get(id);
      if (!grant) throw noGrant();
      return PartnerGrantView.from(grant, await reader.getRow(Partner, id));
    });
  }

  async #lasting(reader: Reader, partnerIds: readonly Id<'Partner'>[]): Promise<ReadonlyMap<string, Row<PartnerGrant>>> {
    const grants = await reader.rows(PartnerGrant, { partnerId: { $in: [...partnerIds] }, endedAt: null, until: { $gt: this.clock.now() } });
    return new Map(grants.map((grant) => [grant.partnerId, grant]));
  }
}
