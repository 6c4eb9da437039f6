import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { AgendaDirection, AgendaKey, agendaTemplate } from './agenda.ts';
import { itemChanged } from './connections-meeting.errors.ts';

/** Who of a meeting may read a note: everybody who was there, or the two who lead it, who write for each other what helps them lead. A program supervisor reads both. */
export enum NoteReaders {
  WHO_CAME = 'WHO_CAME',
  LEADS = 'LEADS',
}
const noteReaders: readonly `${NoteReaders}`[] = Object.values(NoteReaders);

const schema = defineEntity({
  name: 'AgendaItem',
  tableName: 'agenda_item',
  uniques: [{ name: 'agenda_item_one_each', properties: ['meetingId', 'key'] }],
  properties: {
    id: column.id<'AgendaItem'>(),
    meetingId: column.ref<'ConnectionsMeeting'>(),
    order: column.integer().fieldNames('position'),
    key: column.oneOf(Object.values(AgendaKey)),
    direction: column.oneOf(Object.values(AgendaDirection)),
    coveredAt: column.instant().nullable(),
    coveredBy: column.ref<'Person'>().nullable(),
    note: column.text().nullable(),
    /** Null where there is no note, and for an old one, which everybody who was there may read. */
    noteFor: column.oneOf(noteReaders).nullable(),
    version: column.version(),
  },
});

export interface Covered {
  readonly by: Id<'Person'>;
  readonly at: Temporal.Instant;
  readonly note?: string | null | undefined;
  /** Who may read that note; whoever came, when left out. */
  readonly noteFor?: `${NoteReaders}` | undefined;
  readonly revision?: number | null | undefined;
}

/** One of the six things that a Connections Meeting is about. */
export class AgendaItem extends schema.class {
  /** The whole agenda of a meeting, in the program's order. */
  static agendaOf(meetingId: Id<'ConnectionsMeeting'>): AgendaItem[] {
    return agendaTemplate.map(({ key, direction }, index) => make(AgendaItem, { id: newId<'AgendaItem'>(), meetingId, order: index + 1, key, direction, coveredAt: null, coveredBy: null, note: null, noteFor: null }));
  }

  /**
   * It was talked about; answers whether for the first time. A later note takes the place of an earlier one, of the other lead's only
   * for whoever has seen it, and says so by its `revision`. Throws `CHANGED_MEANWHILE`, `TEXT_...`.
   */
  cover({ by, at, note, noteFor, revision }: Covered): boolean {
    const isOthersNote = this.note != null && this.coveredBy !== by;
    if (revision == null ? note && isOthersNote : revision !== revisionOf(this)) throw itemChanged();
    const first = !this.coveredAt;
    this.coveredAt ??= at;
    if (note || this.note == null) this.coveredBy = by; // whoever says no more than that it was talked about did not write the other's note
    if (note) {
      this.note = requireText(note, { field: 'The note', max: 4_000 });
      this.noteFor = noteFor ?? NoteReaders.WHO_CAME;
    }
    return first;
  }
}
schema.setClass(AgendaItem);

/** How often it was written down, 0 before the first time: a row begins with its version 1. */
export const revisionOf = ({ version }: { readonly version: number }): number => version - 1;
export const agendaItemSchema = schema;
