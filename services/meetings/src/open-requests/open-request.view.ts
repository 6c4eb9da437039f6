import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';

/** What can wait for a caseworker. */
export enum OpenRequestKind {
  BUY_IN = 'BUY_IN',
  MEETING_SUPPORT = 'MEETING_SUPPORT',
  FINDING_OUTCOME = 'FINDING_OUTCOME',
}
registerEnumType(OpenRequestKind, {
  name: 'OpenRequestKind',
  description: 'BUY_IN: whether the caseworker is for a comfort call. MEETING_SUPPORT: what somebody needs to come to a meeting, and nobody gives yet. FINDING_OUTCOME: what came of a finding or a recommendation.',
});

@ObjectType('OpenRequest', { description: 'Something that families, a court or a review board wait for. For the caseworkers on the connection.' })
export class OpenRequestView {
  @Field(() => UUID, { description: 'The comfort call, the support or the finding.' })
  id!: string;

  @Field(() => OpenRequestKind)
  kind!: `${OpenRequestKind}`;

  @Field(() => ConnectionProgress)
  connection!: ConnectionProgress;

  @Field(() => UUID, { nullable: true, description: 'Who needs it, of a support; empty for everything else.' })
  forPersonId!: Id<'Person'> | null;

  static of({ id, kind, connectionId, forPersonId }: { id: string; kind: `${OpenRequestKind}`; connectionId: Id<'FamilyConnection'>; forPersonId: Id<'Person'> | null }): OpenRequestView {
    return Object.assign(new OpenRequestView(), { id, kind, forPersonId, connection: { id: connectionId } });
  }
}
