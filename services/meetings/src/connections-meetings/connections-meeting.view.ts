import { Guarded, GuardedField, Role } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { appointmentOf, AppointmentView } from '../introductory-meetings/appointment.view.ts';
import { MeetingKind } from '../introductory-meetings/meeting-kind.ts';
import { MeetingWindowView } from '../windows/due-window.view.ts';
import type { AgendaItem } from './agenda-item.entity.ts';
import { AgendaItemView, agendaOf, IcebreakerAgendaItemView, OwnAgendaItemView } from './agenda-item.view.ts';
import { ConnectionsMeetingStatus, whoCame, type ConnectionsMeeting } from './connections-meeting.entity.ts';

registerEnumType(ConnectionsMeetingStatus, { name: 'ConnectionsMeetingStatus', description: 'BROKEN_OFF: it had begun, and came to an end before its agenda did. SUSPENDED: not possible at present.' });

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

  @Field(() => MeetingWindowView, { description: 'The program’s target, counted from the second acceptance of a match, or from the opening of the connection where both were accepted before.' })
  window!: MeetingWindowView;

  @GuardedField(() => [UUID], { description: 'Who came, for those who were to come and a program supervisor; empty while nobody has said so.' })
  cameIds!: Guarded<readonly string[] | null>;

  @Field(() => Boolean, { description: 'It was called off because somebody who was needed did not come. Nobody is named.' })
  noShow!: boolean;

  @Field(() => [AgendaItemView], { description: 'The six items, in the program’s order.' })
  agenda!: readonly AgendaItemView[];

  @Field(() => [IcebreakerAgendaItemView], { description: 'What the icebreaker adds to the six where the meeting counts as one; empty otherwise.' })
  icebreakerAgenda!: readonly IcebreakerAgendaItemView[];

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
      ...agendaOf(agenda, { came, leadIds }),
    });
  }
}
