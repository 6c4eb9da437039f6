import type { Transaction } from '@fc/tenancy';
import { CasePlanLimit } from '../case-plan/case-plan-limit.entity.ts';
import { tellLimit } from '../case-plan/tell-limit.ts';
import { Consent, type ConsentRecipient } from '../consents/consent.entity.ts';
import { sayGiven } from '../consents/say-consent.ts';
import { ContactRule } from '../contact/contact-rule.entity.ts';
import { pairOf } from '../contact/pair.ts';
import { sayRecorded } from '../contact/say-rule.ts';
import { lasts, type Handover } from './handover.ts';
import type { Moved } from './person-merge.entity.ts';

/** Every consent that lasts, given by the duplicate or to it, is the survivor's as well; the duplicate's own stays as it is. Answers the copies. */
export async function joinConsents(tx: Transaction, { from, to, at }: Handover): Promise<string[]> {
  const joined: string[] = [];
  for (const consent of await tx.find(Consent, { $or: [{ personId: from }, { recipientPersonId: from }] })) {
    const personId = consent.personId === from ? to : consent.personId;
    const recipientPersonId = consent.recipientPersonId === from ? to : (consent.recipientPersonId ?? null);
    if (!lasts(consent.to, at) || personId === recipientPersonId) continue;
    const { item, purpose, givenHow, recordedBy, wish = null, from: begins, to: ends = null, recipientRole = null, recipientPartnerId = null } = consent;
    const known = await tx.find(Consent, { personId, item, purpose, recipientPersonId, recipientRole, recipientPartnerId });
    if (known.some((other) => lasts(other.to, at))) continue;
    const recipient = (recipientPersonId ? { personId: recipientPersonId } : recipientRole ? { role: recipientRole } : { partnerId: recipientPartnerId }) as ConsentRecipient; // one of the three is there
    const copy = Consent.give({ personId, item, purpose, recipient, givenHow, wish, recordedBy, from: begins, to: ends });
    tx.add(copy);
    sayGiven(tx, copy);
    joined.push(copy.id);
  }
  return joined;
}

/** Every rule that lasts holds for the survivor as well; the duplicate's own stays as it is. Answers the copies. */
export async function joinContactRules(tx: Transaction, { from, to, at }: Handover, rules?: readonly ContactRule[]): Promise<string[]> {
  const joined: string[] = [];
  for (const rule of rules ?? (await tx.find(ContactRule, { $or: [{ first: from }, { second: from }] }))) {
    const other = rule.first === from ? rule.second : rule.first;
    if (!lasts(rule.to, at) || other === to) continue;
    const { kind, channels, from: begins, to: ends = null, hours, source, document = null, recordedBy } = rule;
    const copy = ContactRule.record(kind, { pair: pairOf([to, other]), channels, from: begins, to: ends, hours: hours ?? [], source, document, recordedBy });
    tx.add(copy);
    sayRecorded(tx, copy);
    joined.push(copy.id);
  }
  return joined;
}

/** What the case plan sets for the duplicate it sets for the survivor as well; `requireMayMerge` has seen that it sets nothing else. Answers the copies. */
export async function joinCasePlanLimits(tx: Transaction, { from, to, at }: Handover): Promise<Moved['casePlanLimits']> {
  const joined: { id: string; revision: number }[] = [];
  for (const limit of await tx.find(CasePlanLimit, { personId: from })) {
    if (!lasts(limit.until, at)) continue;
    const { childId, channels, timesPerWeek = null, supervision = null, from: begins, until = null, document = null, recordedBy } = limit;
    const terms = { channels, timesPerWeek, supervision, from: begins, until, document };
    const ended = await tx.first(CasePlanLimit, { childId, personId: to });
    ended?.revise(terms, recordedBy);
    const copy = ended ?? CasePlanLimit.set(childId, to, terms, recordedBy);
    tx.add(copy);
    tellLimit(tx, copy);
    joined.push({ id: copy.id, revision: copy.revision });
  }
  return joined;
}
