import type { RoleName } from '@fc/auth';
import { AccountLinkedV1, PersonProfileChangedV1 } from '@fc/contracts';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { Account } from './account.entity.ts';
import { grant } from './holding-roles.ts';
import type { Person } from './person.entity.ts';

/** Saves a new person with their roles, and tells every service of them. Without an account they cannot sign in yet. */
export function enter(tx: Transaction, person: Person, roles: readonly RoleName[], now: Temporal.Instant): void {
  tx.add(person);
  tx.emit(PersonProfileChangedV1, { personId: person.id, languages: person.languages, version: 1 });
  for (const role of new Set(roles)) grant(tx, person.id, role, now);
}

/** As `enter`, with the account that the person signs in with. */
export function enrol(tx: Transaction, person: Person, subject: string, roles: readonly RoleName[], now: Temporal.Instant): void {
  enter(tx, person, roles, now);
  linkAccount(tx, person.id, subject);
}

/** The person signs in with that account of the county's realm. Comes last: events of one person stay in order, so whoever can sign in anywhere has their roles there already. */
export function linkAccount(tx: Transaction, personId: Id<'Person'>, subject: string): void {
  const { issuer, invitesByMail } = tx.context.county;
  tx.add(Account.link(issuer, subject, personId, invitesByMail));
  tx.emit(AccountLinkedV1, { personId, issuer, subject });
}
