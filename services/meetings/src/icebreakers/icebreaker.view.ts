import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AgendaItem } from '../connections-meetings/agenda-item.entity.ts';
import { agendaOf, IcebreakerAgendaItemView, OwnAgendaItemView } from '../connections-meetings/agenda-item.view.ts';
import { NOT_POSSIBLE } from '../contact/not-possible.ts';
import { MeetingKind } from '../introductory-meetings/meeting-kind.ts';
import { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { familiesOf, type FamilyConnection } from '../projections/family-connection.entity.ts';
import { MeetingWindowView } from '../windows/due-window.view.ts';
import { IcebreakerPurpose, IcebreakerTopic } from './icebreaker-topic.ts';
import { IcebreakerStatus, type Icebreaker } from './icebreaker.entity.ts';

registerEnumType(IcebreakerStatus, { name: 'IcebreakerStatus', description: 'CLOSED: the child no longer lives there, or the case is closed. SUSPENDED: not possible at present.' });
registerEnumType(IcebreakerPurpose, { name: 'IcebreakerPurpose' });

@ObjectType('Icebreaker', { description: 'A facilitated first meeting of the two families soon after a placement or a return home. For whoever is on the family connection, and whoever facilitates it.' })
export class IcebreakerView {
  @Field(() => UUID)
  id!: Id<'Icebreaker'>;

  @Field(() => MeetingKind)
  kind!: MeetingKind;

  @Field(() => UUID, { description: 'The placement that brought the families together; of a return home the one that it ended.' })
  placementId!: Id<'Placement'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => IcebreakerStatus)
  status!: `${IcebreakerStatus}`;

  @Field(() => String, { nullable: true, description: 'What there is to say about an icebreaker that is suspended.' })
  notice!: string | null;

  @Field(() => MeetingWindowView)
  window!: MeetingWindowView;

  @Field(() => Instant, { nullable: true, description: 'The appointment; where the icebreaker is OPEN again, the one that is off.' })
  scheduledFor!: Temporal.Instant | null;

  @Field(() => Int, { nullable: true, description: 'How long the appointment takes, in minutes.' })
  minutes!: number | null;

  @Field(() => String, { nullable: true })
  place!: string | null;

  @Field(() => MeetingSetting, { nullable: true })
  setting!: `${MeetingSetting}` | null;

  @Field(() => UUID, { nullable: true })
  facilitatorId!: Id<'Person'> | null;

  @Field(() => [UUID], { description: 'Relatives of the children who come too; of one that was held, who came.' })
  relativeIds!: readonly Id<'Person'>[];

  @Field(() => [UUID], { description: 'The parent, the caregivers, relatives, and the facilitator where there is one.' })
  attendeeIds!: readonly Id<'Person'>[];

  @Field(() => Instant, { nullable: true })
  heldAt!: Temporal.Instant | null;

  @Field(() => Boolean, { description: 'The last appointment was called off because somebody who was needed did not come. Nobody is named.' })
  noShow!: boolean;

  @Field(() => [IcebreakerPurpose], { description: 'Which of its two purposes it has served.' })
  purposes!: readonly IcebreakerPurpose[];

  @Field(() => [IcebreakerTopic], { description: 'What was talked about; empty until it was held.' })
  topics!: readonly IcebreakerTopic[];

  @Field(() => [IcebreakerAgendaItemView], { description: 'What it is about, with what whoever facilitates it has noted; empty until it is planned. Of one that was held as part of a Connections Meeting, the notes are there.' })
  agenda!: readonly IcebreakerAgendaItemView[];

  @Field(() => [OwnAgendaItemView], { description: 'What the county has beside it, as it was when the icebreaker was planned.' })
  ownAgenda!: readonly OwnAgendaItemView[];

  /** Counts the icebreaker's changes, for the files that tell of it. */
  version!: number;

  /** For what is read of it by its connection. */
  connectionId!: Id<'FamilyConnection'>;

  static from(icebreaker: Row<Icebreaker>, connection: Row<FamilyConnection>, items: readonly Row<AgendaItem>[], now: Temporal.Instant): IcebreakerView {
    const { id, connectionId, placementId, childId, status, scheduledFor = null, place = null, setting = null, facilitatorId = null, relativeIds, heldAt = null, purposes, topics, version } = icebreaker;
    const leadIds = facilitatorId ? [facilitatorId] : [];
    const attendeeIds = [...familiesOf(connection), ...relativeIds, ...leadIds];
    const { icebreakerAgenda: agenda, ownAgenda } = agendaOf(items, { came: attendeeIds, leadIds });
    return Object.assign(new IcebreakerView(), {
      ...{ id, connectionId, placementId, childId, status, scheduledFor, minutes: scheduledFor && icebreaker.minutes, place, setting, facilitatorId, relativeIds, attendeeIds, heldAt, purposes, topics, agenda, ownAgenda, version },
      kind: MeetingKind.ICEBREAKER,
      noShow: icebreaker.noShowAt != null,
      notice: status === 'SUSPENDED' ? NOT_POSSIBLE : null,
      window: MeetingWindowView.from(icebreaker, { now, doneAt: heldAt, due: status !== 'CLOSED' && status !== 'SUSPENDED' && !(connection.closedAt && !heldAt) }),
    });
  }
}
