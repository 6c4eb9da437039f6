import { Guarded, GuardedField, Role, type Principal } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { appointmentOf, AppointmentView } from '../introductory-meetings/appointment.view.ts';
import { MeetingKind } from '../introductory-meetings/meeting-kind.ts';
import { MeetingWindowView } from '../windows/due-window.view.ts';
import { AgendaDirection, AgendaKey } from './agenda.ts';
import { isOfProgram, NoteReaders, revisionOf, titleOf, type AgendaItem } from './agenda-item.entity.ts';
import { ConnectionsMeetingStatus, whoCame, type ConnectionsMeeting } from './connections-meeting.entity.ts';

registerEnumType(ConnectionsMeetingStatus, { name: 'ConnectionsMeetingStatus', description: 'BROKEN_OFF: it had begun, and came to an end before its agenda did. SUSPENDED: not possible at present.' });
registerEnumType(AgendaKey, { name: 'AgendaKey' });
registerEnumType(NoteReaders, { name: 'NoteReaders', description: 'Who of a meeting may read a note. LEADS: the two who lead it, as far as they were there.' });
registerEnumType(AgendaDirection, { name: 'AgendaDirection', description: 'Who tells whom.' });

/** What the live checklist has of every item. */
@ObjectType({ isAbstract: true })
abstract class ChecklistItemView {
  @Field(() => Int, { description: 'The program’s items from 1 to 6, then the county’s own.' })
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

  @GuardedField(() => String, { description: 'For those who were at the meeting and a program supervisor; one that is for the leads, for those of them who were there and a program supervisor.' })
  note!: Guarded<string | null>;

  @GuardedField(() => NoteReaders, { description: 'For whom the note is; for whoever may read it. Empty where there is none.' })
  noteFor!: Guarded<`${NoteReaders}` | null>;
}

function checklistItemOf(item: Row<AgendaItem>, came: readonly string[], leadIds: readonly string[]): Pick<ChecklistItemView, keyof ChecklistItemView> {
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

@ObjectType('OwnAgendaItem', { description: 'What a Connections Meeting is about in this county beside the program’s six items.' })
export class OwnAgendaItemView extends ChecklistItemView {
  @Field(() => String, { description: 'The county’s own, like MEDICINES.' })
  key!: string;

  @Field(() => Boolean, { description: 'The meeting is held only once it was talked about.' })
  required!: boolean;
}

@ObjectType('ConnectionsMeeting', { description: 'The first meeting of two families, led together by both mentors. For whoever is on the family connection.' })
export class ConnectionsMeetingView extends AppointmentView {
  @Field(() => UUID)
  id!: Id<'ConnectionsMeeting'>;

  @Field(() => MeetingKind)
  kind!: MeetingKind;

  @Field(() => ConnectionsMeetingStatus)
  status!: `${ConnectionsMeetingStatus}`;

  @Field(() => [UUID], { description: 'The Parent Ally and the Caregiver Mentor.' })
  leadIds!: readonly Id<'Person'>[];

  @Field(() => [UUID], { description: 'The parent, the caregivers, relatives, the two leads, and a facilitator where there is one.' })
  attendeeIds!: readonly string[];

  @Field(() => [UUID], { description: 'Relatives of the children who come too.' })
  relativeIds!: readonly Id<'Person'>[];

  @Field(() => UUID, { nullable: true, description: 'Somebody of the agency: then the meeting counts as the icebreaker too.' })
  facilitatorId!: Id<'Person'> | null;

  @Field(() => MeetingWindowView, { description: 'The program’s target, counted from the second acceptance of a match.' })
  window!: MeetingWindowView;

  @GuardedField(() => [UUID], { description: 'Who came, for those who were to come and a program supervisor; empty while nobody has said so.' })
  cameIds!: Guarded<readonly string[] | null>;

  @Field(() => Boolean, { description: 'It was called off because somebody who was needed did not come. Nobody is named.' })
  noShow!: boolean;

  @Field(() => [AgendaItemView], { description: 'The six items, in the program’s order.' })
  agenda!: readonly AgendaItemView[];

  @Field(() => [OwnAgendaItemView], { description: 'What the county has beside them, as it was when the meeting was planned.' })
  ownAgenda!: readonly OwnAgendaItemView[];

  /** Counts the meeting's changes, for the files that tell of it. */
  version!: number;

  /** For what is read of it by its connection. */
  connectionId!: Id<'FamilyConnection'>;

  static from(meeting: Row<ConnectionsMeeting>, families: readonly Id<'Person'>[], agenda: readonly Row<AgendaItem>[], now: Temporal.Instant): ConnectionsMeetingView {
    const { id, connectionId, status, leadIds, relativeIds, facilitatorId = null, heldAt = null, version } = meeting;
    const attendeeIds = [...families, ...relativeIds, ...leadIds, ...(facilitatorId ? [facilitatorId] : [])];
    const came = whoCame(meeting, attendeeIds);
    return Object.assign(new ConnectionsMeetingView(), {
      ...appointmentOf(meeting),
      ...{ id, connectionId, status, leadIds, attendeeIds, relativeIds, facilitatorId, version },
      kind: MeetingKind.CONNECTIONS_MEETING,
      cameIds: Guarded.of(meeting.cameIds ?? null, (reader) => reader.has(Role.PROGRAM_SUPERVISOR) || attendeeIds.some((attendee) => attendee === reader.person)),
      noShow: meeting.noShowAt != null,
      window: MeetingWindowView.from(meeting, { now, doneAt: status === 'HELD' ? heldAt : null, due: status === 'SCHEDULED' || status === 'HELD' }),
      agenda: agenda.filter((item) => isOfProgram(item)).map((item) => Object.assign(new AgendaItemView(), { key: item.key, ...checklistItemOf(item, came, leadIds) })),
      ownAgenda: agenda.filter((item) => !isOfProgram(item)).map((item) => Object.assign(new OwnAgendaItemView(), { key: item.key, required: item.required, ...checklistItemOf(item, came, leadIds) })),
    });
  }
}
