import type { Row } from '@fc/tenancy';
import type { ConfidentialFact } from './confidential-fact.entity.ts';
import type { WrittenConsent } from './written-consent.entity.ts';

type Reader = string | null;

/**
 * The person and who recorded it read a fact; anybody else only as the recipient of a written consent that covers it and is in
 * force. Not whoever another record was merged into: should the two be two people after all, nothing has been disclosed.
 */
export function readsFact(reader: Reader, fact: Pick<Row<ConfidentialFact>, 'id' | 'personId' | 'recordedBy'>, consentInForce: Pick<Row<WrittenConsent>, 'factIds' | 'recipientPersonId'> | null): boolean {
  if (reader === fact.personId || reader === fact.recordedBy) return true;
  return consentInForce !== null && consentInForce.recipientPersonId === reader && consentInForce.factIds.includes(fact.id);
}

/** The patient, who recorded it, and the recipient. */
export const readsConsent = (reader: Reader, { personId, recordedBy, recipientPersonId }: Pick<Row<WrittenConsent>, 'personId' | 'recordedBy' | 'recipientPersonId'>): boolean =>
  reader !== null && [personId, recordedBy, recipientPersonId].some((id) => id === reader);
