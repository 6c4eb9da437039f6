import { column, defineEntity } from '@fc/tenancy';

const schema = defineEntity({
  name: 'InterpreterNeed',
  tableName: 'interpreter_need',
  properties: {
    personId: column.ref<'Person'>().primary(),
    /** BCP 47. */
    language: column.text(),
  },
});

/** Somebody who is to have an interpreter, and for which language. Projected from identity; whoever needs none has no row. */
export class InterpreterNeed extends schema.class {}
schema.setClass(InterpreterNeed);
export const interpreterNeedSchema = schema;
