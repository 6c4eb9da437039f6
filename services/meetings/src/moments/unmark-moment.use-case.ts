import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { guideMember } from '../guide/guide-member.ts';
import { MomentMark } from './moment-mark.entity.ts';

@InputType()
export class UnmarkMomentInput {
  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => String)
  promptId!: string;
}

/** Takes the mark away. What was not marked stays so. */
@Injectable()
export class UnmarkMoment {
  constructor(private readonly db: CountyDb) {}

  run({ connectionId, promptId }: UnmarkMomentInput): Promise<void> {
    return this.db.transact(async (tx) => {
      const { person } = await guideMember(tx, connectionId);
      // Among all their marks: what is asked for is any text.
      (await tx.find(MomentMark, { connectionId, personId: person })).find((mark) => mark.promptId === promptId)?.takeBack();
    });
  }
}
