import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockOwnNeed } from '../needs/own-need.ts';
import { HandOver } from './hand-over.entity.ts';

@InputType()
export class TakeBackHandOverInput {
  @Field(() => UUID)
  needId!: Id<'MentorNeed'>;
}

/** The family hands over nothing any more: what was agreed and what was suggested is gone. */
@Injectable()
export class TakeBackHandOver {
  constructor(private readonly db: CountyDb) {}

  run({ needId }: TakeBackHandOverInput): Promise<Id<'MentorNeed'>> {
    return this.db.transact(async (tx) => {
      const { id } = await lockOwnNeed(tx, needId);
      (await tx.first(HandOver, { needId: id }))?.takeBack();
      return id;
    });
  }
}
