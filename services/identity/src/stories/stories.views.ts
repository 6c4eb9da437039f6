import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConsentGivenHow } from '../consents/consent.entity.ts';
import { StoryStatus, type Story } from './story.entity.ts';

registerEnumType(StoryStatus, { name: 'StoryStatus', description: 'PRIVATE: the teller’s own. RELEASED: the teller agrees that it be published. PUBLISHED: a coordinator has found it good.' });

@ObjectType('Story', { description: 'What somebody of the program tells of their own way. Who they are is not told; names in it are not the real ones, unless the teller stands there by their own. For everybody of the county.' })
@Directive('@key(fields: "id", resolvable: false)')
export class StoryView {
  @Field(() => UUID)
  id!: Id<'Story'>;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  text!: string;

  @Field(() => Instant)
  publishedAt!: Temporal.Instant;

  static from({ id, title, text, publishedAt }: Row<Story>): StoryView {
    return Object.assign(new StoryView(), { id, title, text, publishedAt });
  }
}

@ObjectType()
export class StoryPage extends pageOf(StoryView) {}

@ObjectType('StoryInHand', { description: 'A story with what was agreed to. For the teller, for whoever wrote it down, and, once it is released, for coordinators.' })
@Directive('@key(fields: "id", resolvable: false)')
export class StoryInHandView {
  @Field(() => UUID)
  id!: Id<'Story'>;

  @Field(() => UUID)
  tellerId!: Id<'Person'>;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  text!: string;

  @Field(() => StoryStatus)
  status!: `${StoryStatus}`;

  @Field(() => ConsentGivenHow, { nullable: true, description: 'How the teller agreed to this text; empty until they have.' })
  releasedHow!: `${ConsentGivenHow}` | null;

  @Field(() => Instant, { nullable: true, description: 'Nobody reads it after this; empty: until it is withdrawn.' })
  releasedUntil!: Temporal.Instant | null;

  @Field(() => Boolean, { description: 'Whether the teller stands there by their own name.' })
  named!: boolean;

  static from({ id, tellerId, title, text, status, releasedHow, releasedUntil, named }: Row<Story>): StoryInHandView {
    return Object.assign(new StoryInHandView(), { id, tellerId, title, text, status, releasedHow, releasedUntil, named });
  }
}

@ObjectType()
export class StoryInHandPage extends pageOf(StoryInHandView) {}
