import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockRelative } from './notify-relative.use-case.ts';
import { KinAssessment } from './relative.entity.ts';

@InputType()
export class AssessRelativeInput {
  @Field(() => UUID)
  relativeId!: Id<'Relative'>;

  @Field(() => KinAssessment)
  assessment!: KinAssessment;
}

/** It has become clearer whether the child could live with a relative or with a suitable other person. */
@Injectable()
export class AssessRelative {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ relativeId, assessment }: AssessRelativeInput): Promise<Id<'Relative'>> {
    return this.db.transact(async (tx) => {
      (await lockRelative(tx, relativeId)).assess(assessment, this.clock.now());
      return relativeId;
    });
  }
}
