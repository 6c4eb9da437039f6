import type { Transaction } from '@fc/tenancy';
import { CasePlanLimit } from '../case-plan/case-plan-limit.entity.ts';
import { tellLimit } from '../case-plan/tell-limit.ts';
import { Consent, type ConsentRecipient } from '../consents/consent.entity.ts';
import { sayGiven } from '../consents/say-consent.ts';
import { entered, sayOfEveryRecord } from '../contact/every-record.ts';
import { everyRecordOf } from '../people/survivor.ts';
import { lasts, type Handover } from './handover.ts';
import type { Moved } from './person-merge.entity.ts';

/** Every consent that lasts, given by the duplicate or to it, is the survivor's as well; the duplicate's own stays as it is. Answers the copies. */
export async function joinConsents(tx: Transaction, { from, to, at }: Handover): Promise<string[]> {
  const joined: string[] = [];
  for (const consent of await tx.find(Consent, { $or: [{ personId: from }, { recipientPersonId: from }] })) {
    const personId = consent.personId === from ? to : consent.personId;
    const recipientPersonId = consent.recipientPersonId === from ? to : (consent.recipientPersonId ?? null);
    if (!lasts(consent.to, at) || personId === recipientPersonId) continue;
    const { item, purpose, givenHow, givenBy = null, recordedBy, wish = null, from: begins, to: ends = null, recipientRole = null, recipientPartnerId = null } = consent;
    const known = await tx.find(Consent, { personId, item, purpose, recipientPersonId, recipientRole, recipientPartnerId });
    if (known.some((other) => lasts(other.to, at))) continue;
    const recipient = (recipientPersonId ? { personId: recipientPersonId } : recipientRole ? { role: recipientRole } : { partnerId: recipientPartnerId }) as ConsentRecipient; // one of the three is there
    const copy = Consent.give({ personId, item, purpose, recipient, givenHow, wish, givenBy: givenBy === from ? to : givenBy, recordedBy, from: begins, to: ends });
    tx.add(copy);
    sayGiven(tx, copy);
    joined.push(copy.id);
  }
  return joined;
}

/**
 * Every rule that lasts is said of both records from now on: what is planned with the one obeys what was said of the other. Answers
 * the copies. The merge must be known by then.
 */
export async function joinContactRules(tx: Transaction, { to, at }: Handover): Promise<string[]> {
  const joined: string[] = [];
  for (const rule of await entered(tx, await everyRecordOf(tx, to), at)) joined.push(...(await sayOfEveryRecord(tx, rule)).map(({ id }) => id));
  return joined;
}

/** What the case plan sets for one record of the person it sets for each of them; `requireMayMerge` has seen that it sets nothing else. Answers the copies. */
export async function joinCasePlanLimits(tx: Transaction, { to, at }: Handover): Promise<Moved['casePlanLimits']> {
  const joined: { id: string; revision: number }[] = [];
  const records = await everyRecordOf(tx, to);
  for (const limit of await tx.find(CasePlanLimit, { personId: { $in: records } }, { orderBy: { id: 'asc' } })) {
    if (!limit.lasts(at)) continue;
    for (const personId of records) {
      const known = await tx.first(CasePlanLimit, { childId: limit.childId, personId });
      if (known && known.lasts(at)) continue;
      known?.revise(limit.terms(), limit.recordedBy);
      const copy = known ?? CasePlanLimit.set(limit.childId, personId, limit.terms(), limit.recordedBy);
      tx.add(copy);
      await tx.flush();
      tellLimit(tx, copy);
      joined.push({ id: copy.id, revision: copy.revision });
    }
  }
  return joined;
}
