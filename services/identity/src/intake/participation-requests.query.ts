import type { Id } from '@fc/domain-kernel';
import { PageArgs, readPage, type Page } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ArgsType, Field } from '@nestjs/graphql';
import { ParticipationRequest, ParticipationStatus } from './participation-request.entity.ts';
import { ParticipationRequestView } from './participation-request.view.ts';

@ArgsType()
export class ParticipationRequestsArgs extends PageArgs {
  @Field(() => ParticipationStatus, { nullable: true, description: 'Only those of this status.' })
  status?: ParticipationStatus | null;
}

/** Reads the requests to take part: the county's work list, and one's own. */
@Injectable()
export class ParticipationRequests {
  constructor(private readonly db: CountyDb) {}

  /** Oldest first. */
  page(args: ParticipationRequestsArgs): Promise<Page<ParticipationRequestView>> {
    return this.db.read((reader) => readPage(reader, ParticipationRequest, args.status ? { status: args.status } : {}, args, ParticipationRequestView.from));
  }

  /** Those by or for whoever asks, oldest first. */
  mine(): Promise<ParticipationRequestView[]> {
    return this.db.read(async (reader) => {
      const me = reader.context.actor.person as Id<'Person'>;
      const rows = await reader.rows(ParticipationRequest, { $or: [{ personId: me }, { requestedBy: me }] }, { orderBy: { id: 'asc' } });
      return rows.map(ParticipationRequestView.from);
    });
  }

  byId(id: Id<'ParticipationRequest'>): Promise<ParticipationRequestView> {
    return this.db.read(async (reader) => ParticipationRequestView.from(await reader.getRow(ParticipationRequest, id)));
  }
}
