import type { Id } from '@fc/domain-kernel';
import { PageArgs, readPage, type Page } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ArgsType, Field } from '@nestjs/graphql';
import { Partner } from '../partners/partner.entity.ts';
import { ParticipationRequest, ParticipationStatus } from './participation-request.entity.ts';
import { ParticipationRequestView } from './participation-request.view.ts';

@ArgsType()
export class ParticipationRequestsArgs extends PageArgs {
  @Field(() => ParticipationStatus, { nullable: true, description: 'Only those of this status.' })
  status?: ParticipationStatus | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Only those that whoever asks has taken up.' })
  takenUpByMe!: boolean;
}

/** Reads the requests to take part: the county's work list, and one's own. */
@Injectable()
export class ParticipationRequests {
  constructor(private readonly db: CountyDb) {}

  /** Oldest first: ids are made in the order of asking. */
  page(args: ParticipationRequestsArgs): Promise<Page<ParticipationRequestView>> {
    return this.db.read(async (reader) => {
      const { status, takenUpByMe } = args;
      const wanted = { ...(status && { status }), ...(takenUpByMe && { takenUpBy: reader.context.actor.person as Id<'Person'> }) };
      const { nodes, pageInfo } = await readPage(reader, ParticipationRequest, wanted, args, (row) => row);
      return { nodes: await viewsOf(reader, nodes), pageInfo };
    });
  }

  /** Those by or for whoever asks, oldest first. */
  mine(): Promise<ParticipationRequestView[]> {
    return this.db.read(async (reader) => {
      const me = reader.context.actor.person as Id<'Person'>; // or a partner organisation, which is nobody's person
      const rows = await reader.rows(ParticipationRequest, { $or: [{ personId: me }, { requestedBy: me }] }, { orderBy: { id: 'asc' } });
      return viewsOf(reader, rows);
    });
  }

  byId(id: Id<'ParticipationRequest'>): Promise<ParticipationRequestView> {
    return this.db.read(async (reader) => {
      const [view] = await viewsOf(reader, [await reader.getRow(ParticipationRequest, id)]);
      return view!; // one of each
    });
  }
}

/** With the organisation that asked, where one did. */
async function viewsOf(reader: Reader, requests: readonly Row<ParticipationRequest>[]): Promise<ParticipationRequestView[]> {
  const partners = await reader.rows(Partner, { id: { $in: requests.map(({ requestedBy }) => requestedBy as Id<'Partner'>) } });
  const organisations = new Map<string, string>(partners.map(({ id, organisation }) => [id, organisation]));
  return requests.map((request) => ParticipationRequestView.from(request, organisations.get(request.requestedBy) ?? null));
}
