import { AllowSignedIn } from '@fc/auth';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { MyProtectiveFactorView } from './my-protective-factor.view.ts';
import { MyProtectiveFactors } from './my-protective-factors.query.ts';
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
  constructor(private readonly factors: MyProtectiveFactors) {}

  @Query(() => [LabelledProtectiveFactorView], { nullable: true, description: 'The five that help families stay well: the same for every county.' })
  @AllowSignedIn()
  protectiveFactors(): readonly LabelledProtectiveFactorView[] {
    return protectiveFactors;
  }

  @Query(() => [MyProtectiveFactorView], { nullable: true, description: 'The five, each with what you do that strengthens it: nobody else can ask for yours. Empty while this service cannot be reached.' })
  @AllowSignedIn()
  myProtectiveFactors(): Promise<MyProtectiveFactorView[]> {
    return this.factors.mine();
  }
}
