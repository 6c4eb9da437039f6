import type { CasePlanLimitSetV1, EventData } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { column, defineEntity } from '@fc/tenancy';
import { contactChannels, type ContactChannel } from '../contact/contact.entities.ts';

/** The strictest first. */
export const contactSupervisions = ['SUPERVISED', 'MONITORED', 'UNSUPERVISED'] as const;
export type ContactSupervision = (typeof contactSupervisions)[number];

const schema = defineEntity({
  name: 'CasePlanLimit',
  tableName: 'case_plan_limit',
  properties: {
    id: column.id<'CasePlanLimit'>(),
    childId: column.ref<'Child'>().index(),
    personId: column.ref<'Person'>(),
    channels: column.texts().$type<ContactChannel[]>(),
    timesPerWeek: column.integer().nullable(),
    supervision: column.oneOf(contactSupervisions).nullable(),
    from: column.instant().fieldNames('starts_at'),
    until: column.instant().fieldNames('ends_at').nullable(),
    /** Of the source: an older one that comes later is passed over. */
    revision: column.integer(),
  },
});

/** What the case plan sets for the contact of a child and somebody of the family. Projected from identity. */
export class CasePlanLimit extends schema.class {
  take({ channels, timesPerWeek, supervision, from, until, revision }: EventData<typeof CasePlanLimitSetV1>): void {
    if (revision < this.revision) return;
    this.channels = contactChannels.filter((channel) => channels.includes(channel));
    this.timesPerWeek = timesPerWeek;
    this.supervision = supervision;
    this.from = Temporal.Instant.from(from);
    this.until = until ? Temporal.Instant.from(until) : null;
    this.revision = revision;
  }
}
schema.setClass(CasePlanLimit);
export const casePlanEntities = [schema];
