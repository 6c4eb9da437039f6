import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CaseRole } from '../case-assignments/case-role.ts';
import { PlacementType } from '../placements/placement-type.ts';
import { FeedbackAbout, type YouthFeedback } from './youth-feedback.entity.ts';

registerEnumType(FeedbackAbout, { name: 'FeedbackAbout' });

@ObjectType('MyHome', { description: 'Where a young person lives or lived.' })
export class MyHomeView {
  @Field(() => PlacementType)
  type!: `${PlacementType}`;

  @Field(() => [String], { description: 'The given names of the caregivers; empty where no caregiver family is.' })
  caregivers!: readonly string[];

  @Field(() => Instant)
  from!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty while they live there.' })
  to!: Temporal.Instant | null;
}

@ObjectType('MyConnection', { description: 'A parent of a young person and a caregiver household who know each other because of them.' })
export class MyConnectionView {
  @Field(() => String, { description: 'The parent’s given name.' })
  parent!: string;

  @Field(() => [String], { description: 'The caregivers’ given names.' })
  caregivers!: readonly string[];

  @Field(() => Boolean, { description: 'Whether it lasts.' })
  open!: boolean;
}

@ObjectType('MyTeamMember', { description: 'Somebody who works on a young person’s case.' })
export class MyTeamMemberView {
  @Field(() => String)
  givenName!: string;

  @Field(() => String)
  familyName!: string;

  @Field(() => CaseRole)
  role!: `${CaseRole}`;
}

@ObjectType('YouthFeedback', { description: 'What a young person in care has said. For them, a coordinator and a program supervisor.' })
@Directive('@key(fields: "id", resolvable: false)')
export class YouthFeedbackView {
  @Field(() => UUID)
  id!: Id<'YouthFeedback'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => FeedbackAbout)
  about!: `${FeedbackAbout}`;

  @Field(() => String)
  text!: string;

  @Field(() => Instant)
  givenAt!: Temporal.Instant;

  static from({ id, childId, about, text, givenAt }: Row<YouthFeedback>): YouthFeedbackView {
    return Object.assign(new YouthFeedbackView(), { id, childId, about, text, givenAt });
  }
}

@ObjectType()
export class YouthFeedbackPage extends pageOf(YouthFeedbackView) {}

@ObjectType('MyCare', { description: 'What a young person in care sees of their own care.' })
export class MyCareView {
  @Field(() => [MyHomeView], { description: 'Oldest first.' })
  homes!: readonly MyHomeView[];

  @Field(() => [MyConnectionView])
  connections!: readonly MyConnectionView[];

  @Field(() => [MyTeamMemberView], { description: 'Those who work on the case at present.' })
  team!: readonly MyTeamMemberView[];

  @Field(() => [YouthFeedbackView], { description: 'What they have said, oldest first.' })
  feedback!: readonly YouthFeedbackView[];
}
