import { column, defineEntity } from '@fc/tenancy';

const schema = defineEntity({
  name: 'StateFactKey',
  tableName: 'state_fact_key',
  properties: {
    factId: column.ref<'OutcomeFact'>().primary(),
    /** The fact's name in the state's database: random, so that it tells nothing of when or where it was made. */
    stateId: column.text().unique(),
    sentAt: column.instant().nullable(),
  },
});

/** Which of the state's facts is which of the county's. It never leaves the county; with it, a fact can be taken back. */
export class StateFactKey extends schema.class {}
schema.setClass(StateFactKey);
export const stateFactKeySchema = schema;
