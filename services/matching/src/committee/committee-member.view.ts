import { pageOf, UUID } from '@fc/subgraph';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('CommitteeMember', { description: 'A Parent Ally who asked to be on the roster of the statewide committee. Nothing of a case is known there.' })
export class CommitteeMemberView {
  @Field(() => UUID, { description: 'Of the entry: it is no id of a person.' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  county!: string;

  @Field(() => [String], { description: 'BCP 47 tags.' })
  languages!: readonly string[];
}

@ObjectType()
export class CommitteeMemberPage extends pageOf(CommitteeMemberView) {}
