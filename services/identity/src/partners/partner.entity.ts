import { isPartnerClient } from '@fc/auth';
import { DomainError, newId, requireText } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'Partner',
  tableName: 'partner',
  uniques: [{ name: 'partner_one_client', properties: ['clientId'] }],
  properties: {
    id: column.id<'Partner'>(),
    organisation: column.text(),
    clientId: column.text(),
    version: column.version(),
  },
});

/** A nonprofit whose program asks this county for what a grant covers. It knows nobody and is nobody's person. */
export class Partner extends schema.class {
  static register(organisation: string, clientId: string): Partner {
    if (!isPartnerClient(clientId)) throw new DomainError('IDENTITY.PARTNER_CLIENT_FORMAT', 'Write the name that the operator gave the organisation’s client, like partner-amara.');
    return make(Partner, { id: newId<'Partner'>(), organisation: requireText(organisation, { field: 'The organisation', max: 120 }), clientId });
  }
}
schema.setClass(Partner);
export const partnerSchema = schema;
