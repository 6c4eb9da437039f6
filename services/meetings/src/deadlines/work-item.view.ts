import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ProfiledChild } from '../child-profile/child-profile.view.ts';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { ConnectionSide } from '../projections/connection-side.ts';
import { MeetingWindowView } from '../windows/due-window.view.ts';
import { amongThemselves, DeadlineKind } from './deadline-kind.ts';
import type { Deadline } from './deadline.entity.ts';

registerEnumType(DeadlineKind, { name: 'DeadlineKind' });

@ObjectType('WorkItem', { description: 'Something that is due: what, by when, why, and who is to do it. For those who are to do it, whoever supervises them, and for coordinators and program supervisors.' })
export class WorkItemView {
  @Field(() => UUID)
  id!: Id<'Deadline'>;

  @Field(() => DeadlineKind)
  kind!: `${DeadlineKind}`;

  @Field(() => UUID, { nullable: true, description: 'The comfort call, the icebreaker, the follow-up talk, the agreement or the decision of a family meeting; empty where there is no such thing yet, and for talks of a pair in the list of the county.' })
  subjectId!: string | null;

  @Field(() => ConnectionProgress)
  connection!: ConnectionProgress;

  @Field(() => ProfiledChild, { nullable: true, description: 'Whose placement it follows, or who is to be prepared for going; empty for what concerns the connection as a whole.' })
  child!: ProfiledChild | null;

  @Field(() => ConnectionSide, { nullable: true, description: 'Which side talks with its own mentor.' })
  side!: `${ConnectionSide}` | null;

  @Field(() => [UUID], { description: 'Who is to do it, by person.' })
  forPersonIds!: readonly Id<'Person'>[];

  @Field(() => MeetingWindowView, { description: 'By when, and by which rule and start this was computed.' })
  window!: MeetingWindowView;

  @Field(() => Instant, { nullable: true, description: 'When it is planned for; empty while nobody has planned it.' })
  plannedFor!: Temporal.Instant | null;

  @Field(() => Boolean, { description: 'It was missed, and nobody has said why. What people hold each other to needs no reason.' })
  needsReason!: boolean;

  static from(deadline: Row<Deadline>, { doers, now, isPrivate }: { doers: readonly Id<'Person'>[]; now: Temporal.Instant; isPrivate: boolean }): WorkItemView {
    const { id, kind, subjectId, connectionId, childId = null, side = null, plannedFor = null, missReason = null } = deadline;
    const window = MeetingWindowView.from(deadline, { now, doneAt: null, due: true });
    const named = kind === 'COMFORT_CALL' || kind === 'ICEBREAKER' || ((kind === 'FOLLOW_UP' || amongThemselves.includes(kind)) && !isPrivate);
    return Object.assign(new WorkItemView(), {
      ...{ id, kind, side, plannedFor, window, forPersonIds: doers },
      subjectId: named ? subjectId : null,
      connection: { id: connectionId },
      child: childId ? { id: childId } : null,
      needsReason: window.state === 'MISSED' && !missReason && !amongThemselves.includes(kind),
    });
  }
}

@ObjectType('WorkItemPage')
export class WorkItemPage extends pageOf(WorkItemView) {}
