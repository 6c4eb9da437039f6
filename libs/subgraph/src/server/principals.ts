import { Principal, type RoleName, type VerifiedToken } from '@fc/auth';
import { DomainError, type Id } from '@fc/domain-kernel';
import type { CountyDb } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';

/** Finds the person behind a verified token of a county, with the roles that they hold at this moment. Throws `UNKNOWN_PERSON`, `PERSON_DISABLED`. */
export async function principalOf(db: CountyDb, county: County, token: VerifiedToken): Promise<Principal> {
  const rows = await db.read((reader) =>
    reader.sql<{ person_id: Id<'Person'>; disabled: boolean; roles: RoleName[] }>(
      `select account.person_id, account.disabled, coalesce(array_agg(distinct role.role) filter (where role.role is not null), '{}') as roles
         from access_account account
         left join access_role role on role.person_id = account.person_id and role.starts_at <= now() and (role.ends_at is null or role.ends_at > now())
        where account.issuer = ? and account.subject = ?
        group by account.person_id, account.disabled`,
      [token.issuer, token.subject],
    ),
  );
  const [known] = rows;
  if (!known) throw new DomainError('UNKNOWN_PERSON', 'Your account is not linked to anybody in this county yet. Please ask your coordinator.');
  if (known.disabled) throw new DomainError('PERSON_DISABLED', 'This account is closed. Please ask your coordinator.');
  return new Principal({ county, person: known.person_id, subject: token.subject, class: token.class, roles: known.roles });
}
