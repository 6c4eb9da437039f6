import { agreementReviewWindow, type Id } from '@fc/domain-kernel';
import { whenContactIsPossible } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { RelationshipAgreement } from '../agreements/relationship-agreement.entity.ts';
import { isProhibited } from '../contact/prohibited.ts';
import { familiesOf, type FamilyConnection } from '../projections/family-connection.entity.ts';

/**
 * Of the agreement that holds, whether it is to be looked at while the two families must not write to each other, as the ledger has it
 * already; null where that day is on their lists, or suspended there. Hours of the week that are forbidden leave others for it.
 */
export async function reviewInProhibition(tx: Transaction, connection: FamilyConnection): Promise<Id<'Subject'> | null> {
  const [holding] = await tx.rows(RelationshipAgreement, { connectionId: connection.id, agreedAt: { $ne: null } }, { orderBy: { revision: 'desc' }, limit: 1 });
  if (!holding?.agreedAt || (connection.closedAt && !connection.continuedAt)) return null;
  const { opens, closes } = agreementReviewWindow({ agreedAt: holding.agreedAt, on: holding.reviewOn, zone: tx.context.county.timeZone });
  const [known] = await tx.sql(`select 1 as there from deadline where kind = 'AGREEMENT_REVIEW' and subject_id = ? and status <> 'CLOSED' and closes_at = ?::timestamptz`, [holding.id, closes.toString()]);
  if (known || !(await isProhibited(tx, connection, 'MESSAGE', opens, closes))) return null;
  const isPossible = await whenContactIsPossible(tx, { channel: 'MESSAGE', between: [], and: [], alsoPresent: familiesOf(connection) }, { opens, closes });
  const isDayFree = (day: number): boolean => Array.from({ length: 24 }, (_, hour) => opens.add({ hours: 24 * day + hour })).some((at) => isPossible({ opens: at, closes: at.add({ minutes: 1 }) }));
  return [0, 1, 2, 3, 4, 5, 6].every(isDayFree) ? null : (holding.id as string as Id<'Subject'>);
}
