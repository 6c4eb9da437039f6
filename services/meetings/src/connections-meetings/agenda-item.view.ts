import { Guarded, GuardedField, Role, type Principal } from '@fc/auth';
import type { Temporal } from '@fc/domain-kernel';
import { Instant } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IcebreakerTopic } from '../icebreakers/icebreaker-topic.ts';
import { AgendaDirection, AgendaKey } from './agenda.ts';
import { isOfProgram, isTopic, NoteReaders, revisionOf, titleOf, type AgendaItem } from './agenda-item.entity.ts';

registerEnumType(AgendaKey, { name: 'AgendaKey' });
registerEnumType(IcebreakerTopic, { name: 'IcebreakerTopic' });
registerEnumType(NoteReaders, { name: 'NoteReaders', description: 'Who of a meeting may read a note. LEADS: the two who lead it, as far as they were there; of an icebreaker whoever facilitates it.' });
registerEnumType(AgendaDirection, { name: 'AgendaDirection', description: 'Who tells whom.' });

/** Who was at a meeting, and who of them led it. */
interface MeetingPeople {
  readonly came: readonly string[];
  readonly leadIds: readonly string[];
}

/** What the live checklist has of every item. */
@ObjectType({ isAbstract: true })
abstract class ChecklistItemView {
  @Field(() => Int, { description: 'Counts from 1: the program’s items, the icebreaker’s topics where the meeting counts as one, then the county’s own.' })
  order!: number;

  @Field(() => String)
  title!: string;

  @Field(() => AgendaDirection)
  direction!: AgendaDirection;

  @Field(() => Boolean)
  covered!: boolean;

  @Field(() => Instant, { nullable: true })
  coveredAt!: Temporal.Instant | null;

  @Field(() => Int, { description: 'How often it was written down, 0 before the first time.' })
  revision!: number;

  @GuardedField(() => String, { description: 'For those who were at the meeting and a program supervisor; one that is for the leads, for those of them who were there, or whoever facilitated an icebreaker, and a program supervisor.' })
  note!: Guarded<string | null>;

  @GuardedField(() => NoteReaders, { description: 'For whom the note is; for whoever may read it. Empty where there is none.' })
  noteFor!: Guarded<`${NoteReaders}` | null>;
}

function checklistItemOf(item: Row<AgendaItem>, { came, leadIds }: MeetingPeople): Pick<ChecklistItemView, keyof ChecklistItemView> {
  const { order, direction, coveredAt = null, note = null, noteFor = null, version } = item;
  const readers = noteFor === 'LEADS' ? came.filter((person) => leadIds.includes(person)) : came;
  const mayRead = (reader: Principal): boolean => reader.has(Role.PROGRAM_SUPERVISOR) || readers.includes(reader.person);
  return {
    ...{ order, title: titleOf(item), direction: AgendaDirection[direction], covered: coveredAt !== null, coveredAt, revision: revisionOf({ version }) },
    note: Guarded.of(note, mayRead),
    noteFor: Guarded.of(note === null ? null : (noteFor ?? NoteReaders.WHO_CAME), mayRead),
  };
}

@ObjectType('AgendaItem', { description: 'One of the six things that a Connections Meeting is about.' })
export class AgendaItemView extends ChecklistItemView {
  @Field(() => AgendaKey)
  key!: AgendaKey;
}

@ObjectType('IcebreakerAgendaItem', { description: 'One of the topics of an icebreaker. None of them is compulsory.' })
export class IcebreakerAgendaItemView extends ChecklistItemView {
  @Field(() => IcebreakerTopic)
  key!: IcebreakerTopic;
}

@ObjectType('OwnAgendaItem', { description: 'What a meeting is about in this county beside the program’s own items.' })
export class OwnAgendaItemView extends ChecklistItemView {
  @Field(() => String, { description: 'The county’s own, like MEDICINES.' })
  key!: string;

  @Field(() => Boolean, { description: 'The meeting is held only once it was talked about.' })
  required!: boolean;
}

/** The agenda of a meeting, as its view has it: the program's items, the icebreaker's topics, the county's own. */
export const agendaOf = (agenda: readonly Row<AgendaItem>[], people: MeetingPeople): { agenda: AgendaItemView[]; icebreakerAgenda: IcebreakerAgendaItemView[]; ownAgenda: OwnAgendaItemView[] } => ({
  agenda: agenda.filter((item) => isOfProgram(item)).map((item) => Object.assign(new AgendaItemView(), { key: item.key, ...checklistItemOf(item, people) })),
  icebreakerAgenda: agenda.filter((item) => isTopic(item)).map((item) => Object.assign(new IcebreakerAgendaItemView(), { key: item.key, ...checklistItemOf(item, people) })),
  ownAgenda: agenda.filter((item) => !isOfProgram(item) && !isTopic(item)).map((item) => Object.assign(new OwnAgendaItemView(), { key: item.key, required: item.required, ...checklistItemOf(item, people) })),
});
