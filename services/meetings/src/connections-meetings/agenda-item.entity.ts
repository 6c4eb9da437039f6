import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type County } from '@fc/tenancy';
import { AgendaDirection, agendaItem, agendaTemplate, type AgendaKey } from './agenda.ts';
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
    /** One of the program's six, or what the county calls an item of its own. */
    key: column.text().$type<AgendaKey | CountyItemKey>(),
    /** The county's own words for an item of its own; null for the program's six. */
    ownTitle: column.text().nullable(),
    /** Whether the meeting is held only once it was talked about. */
    required: column.boolean(),
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

/** The key of an item that a county has beside the program's six. */
export type CountyItemKey = string & { readonly __countyItem: never };

/** One of the things that a Connections Meeting is about: the program's six, and those that the county has beside them. */
export class AgendaItem extends schema.class {
  /** The whole agenda of a meeting: the program's items in its order, then the county's own as they are at that time. */
  static agendaOf(meetingId: Id<'ConnectionsMeeting'>, { settings }: Pick<County, 'settings'>): AgendaItem[] {
    const ofProgram = agendaTemplate.map(({ key, direction }) => ({ key, direction, ownTitle: null, required: true }));
    const ofCounty = settings.agendaItems.map(({ key, title, direction, required }) => ({ key: key as CountyItemKey, direction: AgendaDirection[direction], ownTitle: title, required }));
    return [...ofProgram, ...ofCounty].map((item, index) => make(AgendaItem, { id: newId<'AgendaItem'>(), meetingId, order: index + 1, ...item, coveredAt: null, coveredBy: null, note: null, noteFor: null }));
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

/** One of the program's six. */
export const isOfProgram = <Item extends { readonly key: string; readonly ownTitle?: string | null }>(item: Item): item is Item & { readonly key: AgendaKey } => item.ownTitle == null;

/** What it is called. */
export const titleOf = (item: { readonly key: AgendaKey | CountyItemKey; readonly ownTitle?: string | null }): string => item.ownTitle ?? (isOfProgram(item) ? agendaItem(item.key).title : item.key);

/** How often it was written down, 0 before the first time: a row begins with its version 1. */
export const revisionOf = ({ version }: { readonly version: number }): number => version - 1;
export const agendaItemSchema = schema;
