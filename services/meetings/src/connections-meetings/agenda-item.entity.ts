import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type County } from '@fc/tenancy';
import { AgendaDirection, agendaItem, agendaTemplate, type AgendaKey } from './agenda.ts';
import { icebreakerTemplate, type IcebreakerTopic, type IcebreakerTopicItem } from '../icebreakers/icebreaker-topic.ts';
import type { ProfileField } from '../child-profile/profile-field.ts';
import { itemChanged, notInThisItem } from './connections-meeting.errors.ts';

/** Who of a meeting may read a note: everybody who was there, or the two who lead it, who write for each other what helps them lead. A program supervisor reads both. */
export enum NoteReaders {
  WHO_CAME = 'WHO_CAME',
  LEADS = 'LEADS',
}
const noteReaders: readonly `${NoteReaders}`[] = Object.values(NoteReaders);

const schema = defineEntity({
  name: 'AgendaItem',
  tableName: 'agenda_item',
  uniques: [{ name: 'agenda_item_one_each', properties: ['meetingId', 'ofIcebreaker', 'key'] }],
  properties: {
    id: column.id<'AgendaItem'>(),
    meetingId: column.ref<'ConnectionsMeeting' | 'Icebreaker'>(),
    order: column.integer().fieldNames('position'),
    /** Whether it is one of the icebreaker's topics (R68). */
    ofIcebreaker: column.boolean().default(false),
    /** One of the program's six, a topic of the icebreaker, or what the county calls an item of its own. */
    key: column.text().$type<AgendaKey | IcebreakerTopic | CountyItemKey>(),
    /** What a topic or an item of the county's own is called; null for the program's six. */
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

/** The key of an item that a county has beside the program's. */
export type CountyItemKey = string & { readonly __countyItem: never };

/** One of the things that a first meeting is about: what the program has on its agenda, and what the county has beside it. */
export class AgendaItem extends schema.class {
  /**
   * The whole agenda of a Connections Meeting: the program's items in its order, the icebreaker's topics where it counts as one
   * (decision 4), then the county's own as they are at that time.
   */
  static agendaOf(meetingId: Id<'ConnectionsMeeting'>, { settings }: Pick<County, 'settings'>, { countsAsIcebreaker = false } = {}): AgendaItem[] {
    const ofProgram = agendaTemplate.map(({ key, direction }) => ({ key, direction, ownTitle: null, ofIcebreaker: false, required: true }));
    const ofCounty = settings.agendaItems.map(({ required, ...item }) => ({ ...ofCountyAs(item), required }));
    if (!countsAsIcebreaker) return inOrder(meetingId, [...ofProgram, ...ofCounty]);
    const added = settings.icebreakerItems.filter(({ key }) => !settings.agendaItems.some((item) => item.key === key));
    return inOrder(meetingId, [...ofProgram, ...icebreakerTemplate.filter(({ within }) => !within).map(asTopic), ...ofCounty, ...added.map(ofCountyAs)]);
  }

  /** The whole agenda of an icebreaker: the program's topics, then the county's own as they are at that time. */
  static agendaOfIcebreaker(icebreakerId: Id<'Icebreaker'>, { settings }: Pick<County, 'settings'>): AgendaItem[] {
    return inOrder(icebreakerId, [...icebreakerTemplate.map(asTopic), ...settings.icebreakerItems.map(ofCountyAs)]);
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

  /** Lets in what was told of the child there, and nothing that belongs elsewhere. Throws `MEETINGS.NOT_IN_THIS_ITEM`. */
  requireAbout(told: readonly { readonly field: `${ProfileField}` }[]): void {
    const fields = fieldsOf(this);
    if (told.some(({ field }) => !fields.includes(field))) throw notInThisItem(titleOf(this));
  }
}
schema.setClass(AgendaItem);

type Unsaid = Pick<AgendaItem, 'key' | 'direction' | 'ownTitle' | 'ofIcebreaker' | 'required'>;

const asTopic = ({ key, direction, title: ownTitle }: IcebreakerTopicItem): Unsaid => ({ key, direction, ownTitle, ofIcebreaker: true, required: false });
const ofCountyAs = ({ key, direction, title: ownTitle }: County['settings']['icebreakerItems'][number]): Unsaid => ({ key: key as CountyItemKey, direction: AgendaDirection[direction], ownTitle, ofIcebreaker: false, required: false });

const inOrder = (meetingId: AgendaItem['meetingId'], items: readonly Unsaid[]): AgendaItem[] =>
  items.map((item, index) => make(AgendaItem, { id: newId<'AgendaItem'>(), meetingId, order: index + 1, ...item, coveredAt: null, coveredBy: null, note: null, noteFor: null }));

/** What of the icebreaker was talked about, also as part of an item of the program's six. */
export const topicsCovered = (agenda: readonly AgendaItem[]): IcebreakerTopic[] =>
  icebreakerTemplate.filter(({ key, within }) => agenda.some((item) => item.coveredAt && (isTopic(item) ? item.key === key : isOfProgram(item) && item.key === within))).map(({ key }) => key);

/** One of the program's six. */
export const isOfProgram = <Item extends { readonly key: string; readonly ownTitle?: string | null }>(item: Item): item is Item & { readonly key: AgendaKey } => item.ownTitle == null;

/** One of the icebreaker's topics. */
export const isTopic = <Item extends { readonly key: string; readonly ofIcebreaker: boolean }>(item: Item): item is Item & { readonly key: IcebreakerTopic } => item.ofIcebreaker;

/** What of it belongs in the child's profile: nothing of what a county has beside the program's. */
const fieldsOf = (item: AgendaItem): readonly `${ProfileField}`[] => {
  if (isTopic(item)) return icebreakerTemplate.find(({ key }) => key === item.key)?.fields ?? [];
  return isOfProgram(item) ? agendaItem(item.key).fields : [];
};

/** What it is called. */
export const titleOf = (item: { readonly key: AgendaKey | IcebreakerTopic | CountyItemKey; readonly ownTitle?: string | null }): string => item.ownTitle ?? (isOfProgram(item) ? agendaItem(item.key).title : item.key);

/** How often it was written down, 0 before the first time: a row begins with its version 1. */
export const revisionOf = ({ version }: { readonly version: number }): number => version - 1;
export const agendaItemSchema = schema;
