import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { CaseAssignment } from '../case-assignments/case-assignment.entity.ts';
import { leaveCase } from '../case-assignments/case-team.ts';
import { ConnectionChild } from '../connections/connection-child.entity.ts';
import { Consent } from '../consents/consent.entity.ts';
import { sayWithdrawn } from '../consents/say-consent.ts';
import { ContactRule } from '../contact/contact-rule.entity.ts';
import { endRule } from '../contact/every-record.ts';
import { isCaseClosed, lockTwoFamilies, type TwoFamilies } from './two-families.ts';

/**
 * A child's case is closed: whoever was put on it is on it no longer, and what staff permitted between the two families, or they
 * allowed each other for its time, ends. From here on they are in touch only by fresh consent of both (R82).
 */
export async function closeCase(tx: Transaction, childId: Id<'Child'>, at: Temporal.Instant): Promise<void> {
  await tx.flush();
  for (const assignment of await tx.find(CaseAssignment, { childId, to: null }, { orderBy: { id: 'asc' } })) leaveCase(tx, assignment, at);
  const parts = await tx.find(ConnectionChild, { childId }, { orderBy: { connectionId: 'asc' } });
  for (const connectionId of new Set(parts.map((part) => part.connectionId))) {
    const families = await lockTwoFamilies(tx, connectionId);
    if (await isCaseClosed(tx, families)) await endSharing(tx, families, at);
  }
}

/** What a court has permitted or anybody has prohibited stays. */
export async function endSharing(tx: Transaction, { pairs, askedIds }: TwoFamilies, at: Temporal.Instant): Promise<void> {
  for (const [first, second] of pairs) {
    const permissions = await tx.find(ContactRule, { first, second, kind: 'PERMISSION', source: { $in: ['CASE_PLAN', 'CONSENT'] }, $or: [{ to: null }, { to: { $gt: at } }] });
    for (const permission of permissions) await endRule(tx, permission, at, { source: permission.source, document: null });
  }
  const consents = await tx.find(Consent, { personId: { $in: [...askedIds] }, recipientPersonId: { $in: [...askedIds] }, $or: [{ to: null }, { to: { $gt: at } }] });
  for (const consent of consents) {
    consent.withdraw(at);
    sayWithdrawn(tx, consent, at);
  }
}
