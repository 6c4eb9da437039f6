import type { Temporal } from '@fc/domain-kernel';
import { Instant } from '@fc/subgraph';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('CalendarFeed', { description: 'A link under which your own calendar program reads your appointments. For the person alone.' })
export class CalendarFeedView {
  @Field(() => Instant)
  openedAt!: Temporal.Instant;

  @Field(() => String, { nullable: true, description: 'The link. Whoever has it reads your appointments. It stands in the answer that opened it and in no other: open another one when it is lost.' })
  url!: string | null;

  static of(openedAt: Temporal.Instant, url: string | null = null): CalendarFeedView {
    return Object.assign(new CalendarFeedView(), { openedAt, url });
  }
}
