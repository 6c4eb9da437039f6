import { AllowSignedIn } from '@fc/auth';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ProtectiveFactor, protectiveFactors } from './protective-factor.ts';

@ObjectType('LabelledProtectiveFactor', { description: 'One of the five protective factors, in plain words.' })
export class LabelledProtectiveFactorView {
  @Field(() => ProtectiveFactor)
  factor!: ProtectiveFactor;

  @Field(() => String)
  label!: string;
}

@Resolver()
export class ProtectiveFactorsResolver {
  @Query(() => [LabelledProtectiveFactorView], { nullable: true, description: 'The five that help families stay well: the same for every county.' })
  @AllowSignedIn()
  protectiveFactors(): readonly LabelledProtectiveFactorView[] {
    return protectiveFactors;
  }
}
