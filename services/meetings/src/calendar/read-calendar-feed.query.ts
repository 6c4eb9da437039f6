import type { Id } from '@fc/domain-kernel';
import { hashOfLink, LinkTokens } from '@fc/subgraph';
import { CountyDb, runInCounty, type Actor } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import { Injectable } from '@nestjs/common';
import { OwnAppointments } from './own-appointments.query.ts';

/** Whose feed a link opens, with the roles that they hold now; nobody whose way in is shut. */
const holderOf = `select feed.person_id, coalesce(array_agg(distinct role.role) filter (where role.role is not null), '{}') as roles
   from calendar_feed feed
   join access_account account on account.person_id = feed.person_id and not account.disabled
   left join access_role role on role.person_id = feed.person_id and role.starts_at <= now() and (role.ends_at is null or role.ends_at > now())
  where feed.token_hash = ? and feed.county = ? and feed.revoked_at is null
  group by feed.person_id`;

/** Reads the feed behind a link, as the person whose it is would. The county is the one that sealed its token. */
@Injectable()
export class ReadCalendarFeed {
  constructor(
    private readonly db: CountyDb,
    private readonly registry: Registry,
    private readonly tokens: LinkTokens,
    private readonly appointments: OwnAppointments,
  ) {}

  /** Null for every link that opens nothing; of the reasons it tells none. */
  async run({ token, correlationId }: { readonly token: string; readonly correlationId: string }): Promise<string | null> {
    const county = this.tokens.countyOf(token, this.registry.counties());
    if (county?.status !== 'ACTIVE') return null;
    const asked = <Answer>({ person, roles }: Pick<Actor, 'person' | 'roles'>, work: () => Answer): Answer =>
      runInCounty({ county, actor: { person, kind: 'capability-link', roles }, action: 'readCalendarFeed', correlationId }, work);
    const [holder] = await asked({ person: null, roles: [] }, () =>
      this.db.read((reader) => reader.sql<{ person_id: Id<'Person'>; roles: string[] }>(holderOf, [hashOfLink(token), county.slug])),
    );
    return holder ? asked({ person: holder.person_id, roles: holder.roles }, () => this.appointments.feed()) : null;
  }
}
