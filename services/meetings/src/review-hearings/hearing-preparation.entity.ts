import type { Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'HearingPreparation',
  tableName: 'hearing_preparation',
  properties: {
    hearingId: column.ref<'ReviewHearing'>().primary(),
    personId: column.ref<'Person'>().primary(),
    /** Which tasks of their list they have done, by key. */
    done: column.texts(),
  },
});

/** How far somebody has prepared for a hearing. For themselves alone. */
export class HearingPreparation extends schema.class {
  static begin(hearingId: Id<'ReviewHearing'>, personId: Id<'Person'>): HearingPreparation {
    return make(HearingPreparation, { hearingId, personId, done: [] });
  }

  tick(key: string, done: boolean): void {
    const others = this.done.filter((each) => each !== key);
    this.done = done ? [...others, key] : others;
  }
}
schema.setClass(HearingPreparation);
export const hearingPreparationSchema = schema;
