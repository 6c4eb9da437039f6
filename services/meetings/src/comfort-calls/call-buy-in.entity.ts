import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { callParties, type CallParty } from './comfort-call.entity.ts';

const schema = defineEntity({
  name: 'CallBuyIn',
  tableName: 'call_buy_in',
  uniques: [{ name: 'call_buy_in_one_each', properties: ['comfortCallId', 'by'] }],
  properties: {
    id: column.id<'CallBuyIn'>(),
    comfortCallId: column.ref<'ComfortCall'>(),
    by: column.oneOf(callParties).fieldNames('party'),
    recordedBy: column.ref<'Person'>(),
    recordedAt: column.instant(),
  },
});

/** One of the four parties wants the comfort call. */
export class CallBuyIn extends schema.class {
  static of(comfortCallId: Id<'ComfortCall'>, by: CallParty, recordedBy: Id<'Person'>, recordedAt: Temporal.Instant): CallBuyIn {
    return make(CallBuyIn, { id: newId<'CallBuyIn'>(), comfortCallId, by, recordedBy, recordedAt });
  }
}
schema.setClass(CallBuyIn);
export const callBuyInSchema = schema;
