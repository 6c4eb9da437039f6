import { setTimeout as sleep } from 'node:timers/promises';
import { Partner, type PartnerScope, Principal, type RoleName, type VerifiedToken } from '@fc/auth';
import { DomainError, type Id } from '@fc/domain-kernel';
import type { CountyDb } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';

interface KnownAccount {
  readonly person_id: Id<'Person'>;
  readonly disabled: boolean;
  readonly roles: RoleName[];
}

/** How long an account that is not known here yet is waited for, in milliseconds: its event may still be on the way. */
const longestWait = 500;

/** Finds the person behind a verified token of a county, with the roles that they hold at this moment. Throws `UNKNOWN_PERSON`, `PERSON_DISABLED`. */
export async function principalOf(db: CountyDb, county: County, token: VerifiedToken): Promise<Principal> {
  let known = await accountOf(db, token);
  for (const until = Date.now() + longestWait; !known && Date.now() < until; known = await accountOf(db, token)) await sleep(50);
  if (!known) throw new DomainError('UNKNOWN_PERSON', 'Your account is not linked to anybody in this county yet. Please ask your coordinator.');
  if (known.disabled) throw new DomainError('PERSON_DISABLED', 'This account is closed. Please ask your coordinator.');
  return new Principal({ county, person: known.person_id, subject: token.subject, class: token.class, roles: known.roles });
}

/** The partner organisation behind a verified token of one of the county's partner clients, with what its grant covers at this moment. Throws `NO_GRANT`. */
export async function partnerOf(db: CountyDb, county: County, { azp: clientId }: VerifiedToken): Promise<Partner> {
  const [grant] = await db.read((reader) =>
    reader.sql<{ partner_id: Id<'Partner'>; scopes: `${PartnerScope}`[] }>(`select partner_id, scopes from access_partner_grant where client_id = ? and starts_at <= now() and ends_at > now()`, [clientId]),
  );
  if (!grant) throw new DomainError('NO_GRANT', 'Your organisation has no grant in this county at present. Please ask the county’s program.');
  return new Partner({ county, id: grant.partner_id, clientId, scopes: grant.scopes });
}

async function accountOf(db: CountyDb, { issuer, subject }: VerifiedToken): Promise<KnownAccount | undefined> {
  const [known] = await db.read((reader) =>
    reader.sql<KnownAccount>(
      `select account.person_id, account.disabled, coalesce(array_agg(distinct role.role) filter (where role.role is not null), '{}') as roles
         from access_account account
         left join access_role role on role.person_id = account.person_id and role.starts_at <= now() and (role.ends_at is null or role.ends_at > now())
        where account.issuer = ? and account.subject = ?
        group by account.person_id, account.disabled`,
      [issuer, subject],
    ),
  );
  return known;
}
