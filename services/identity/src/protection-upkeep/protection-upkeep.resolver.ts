import { AllowOperator } from '@fc/auth';
import { Field, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { KeepProtection, type UpkeepDone } from './keep-protection.ts';

@ObjectType('ProtectionUpkeep', { description: 'What there was to do; zeroes for nothing.' })
export class ProtectionUpkeepView implements UpkeepDone {
  @Field(() => Int, { description: 'Erasures that a restored backup had undone.' })
  erasuresRepeated!: number;

  @Field(() => Int, { description: 'Numbers that an older version had written as plain text.' })
  phonesSealed!: number;

  @Field(() => Int, { description: 'Facts and written consents under 42 CFR Part 2 that an older version had written as plain text.' })
  partTwoSealed!: number;
}

@Resolver()
export class ProtectionUpkeepResolver {
  constructor(private readonly upkeep: KeepProtection) {}

  @Mutation(() => ProtectionUpkeepView, { description: 'For the operator: after a restore, after a rotation of the county’s key, and after an upgrade once no older service runs any more. May be run again. Error PROTECTED_UNAVAILABLE.' })
  @AllowOperator()
  keepProtection(): Promise<UpkeepDone> {
    return this.upkeep.run();
  }
}
