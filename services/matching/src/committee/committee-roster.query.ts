import { DomainError, type Id } from '@fc/domain-kernel';
import { cursorOf, invalidCursor, requirePageSize, textOfCursor, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, StateDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { CommitteeMembership } from './committee-membership.entity.ts';
import type { CommitteeMemberView } from './committee-member.view.ts';

/** Reads the statewide roster, in no order that would tell who joined when. */
@Injectable()
export class CommitteeRoster {
  constructor(
    private readonly db: CountyDb,
    private readonly state: StateDb,
  ) {}

  /** For the administration of the state, who belong to no county. Throws `INVALID_PAGE_SIZE`, `INVALID_CURSOR`. */
  page({ first, after }: PageArgs): Promise<Page<CommitteeMemberView>> {
    requirePageSize(first);
    return this.state.read(async (state) => {
      const rows = await state.sql<CommitteeMemberView>('select id, name, county_name as county, languages from committee_member where $1::uuid is null or id > $1 order by id limit $2', [after ? idBehind(after) : null, first + 1]);
      const nodes = rows.slice(0, first);
      const last = nodes.at(-1);
      return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? cursorOf(last.id) : null } };
    });
  }

  /** For those who are on it themselves. Throws `MATCHING.NOT_ON_THE_ROSTER`. */
  async pageForMember(args: PageArgs): Promise<Page<CommitteeMemberView>> {
    if (!(await this.isMember())) throw new DomainError('MATCHING.NOT_ON_THE_ROSTER', 'The roster is for those who are on it. You can join it.');
    return this.page(args);
  }

  /** Whether whoever asks is on it, or will be in a moment. */
  isMember(): Promise<boolean> {
    return this.db.read(async (reader) => (await reader.count(CommitteeMembership, { personId: reader.context.actor.person as Id<'Person'>, leftAt: null })) > 0); // whoever holds a role is a person
  }
}

/** Entries have random ids, which are none of ours. */
function idBehind(cursor: string): string {
  const id = textOfCursor(cursor);
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) throw invalidCursor();
  return id;
}
