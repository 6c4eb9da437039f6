import type { Temporal } from '@fc/domain-kernel';
import { Instant } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import type { HandedOver, HandOver } from './hand-over.entity.ts';

@ObjectType('MentorHandOver', { description: 'What the next mentor may know. For the parent or the caregivers of the household, and for their mentor while they are matched; for nobody else.' })
export class HandOverView {
  @Field(() => String, { nullable: true, description: 'What their mentor suggests. Empty once the family has agreed, and when the match ends before.' })
  suggested!: string | null;

  @Field(() => String, { nullable: true, description: 'What the family lets the next mentor know.' })
  agreed!: string | null;

  @Field(() => Instant, { nullable: true })
  agreedAt!: Temporal.Instant | null;

  static from({ agreedAt }: Pick<Row<HandOver>, 'agreedAt'>, { draft, agreed }: HandedOver): HandOverView {
    return Object.assign(new HandOverView(), { suggested: draft, agreed, agreedAt });
  }
}
