import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import { MentorMatchView } from '../matches/mentor-match.view.ts';
import { ProposalSide } from '../proposals/match-proposal.entity.ts';
import type { RematchRequest } from './rematch-request.entity.ts';

@ObjectType('RematchRequest', { description: 'One side of a match would rather be matched anew, and need not say why. For coordinators and program supervisors: the other side never learns of it.' })
export class RematchRequestView {
  @Field(() => UUID)
  id!: Id<'RematchRequest'>;

  @Field(() => MentorMatchView, { description: 'It goes on until a coordinator calls rematch or endMatch.' })
  match!: MentorMatchView;

  @Field(() => ProposalSide, { description: 'Whom to talk with.' })
  askedBy!: `${ProposalSide}`;

  @Field(() => Instant)
  askedAt!: Temporal.Instant;

  static from({ id, side, askedAt }: Row<RematchRequest>, match: MentorMatchView): RematchRequestView {
    return Object.assign(new RematchRequestView(), { id, match, askedBy: side, askedAt });
  }
}

@ObjectType()
export class RematchRequestPage extends pageOf(RematchRequestView) {}
