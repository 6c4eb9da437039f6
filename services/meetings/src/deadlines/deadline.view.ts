import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { DeadlineKind } from './deadline-kind.ts';

registerEnumType(DeadlineKind, { name: 'DeadlineKind' });

@ObjectType('MeetingDeadline', { description: 'Something that is still to be done, and by when.' })
export class DeadlineView {
  @Field(() => UUID, { description: 'The id of the comfort call, the icebreaker or the follow-up talk.' })
  id!: string;

  @Field(() => DeadlineKind)
  kind!: DeadlineKind;

  @Field(() => ConnectionProgress)
  connection!: ConnectionProgress;

  @Field(() => Instant, { description: 'The first instant behind its time.' })
  dueAt!: Temporal.Instant;

  @Field(() => Boolean, { description: 'Its time is up.' })
  missed!: boolean;

  static of(due: { id: string; kind: DeadlineKind; connectionId: Id<'FamilyConnection'>; dueAt: Temporal.Instant; missed: boolean }): DeadlineView {
    const { id, kind, connectionId, dueAt, missed } = due;
    return Object.assign(new DeadlineView(), { id, kind, connection: { id: connectionId }, dueAt, missed });
  }
}
