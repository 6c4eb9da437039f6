import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ProtectiveFactor } from './protective-factor.ts';

export enum StrengtheningActivityKind {
  TRAINING = 'TRAINING',
  SERVICE = 'SERVICE',
}
registerEnumType(StrengtheningActivityKind, { name: 'StrengtheningActivityKind', description: 'SERVICE: a community service that they were shown the way to.' });

@ObjectType('StrengtheningActivity', { description: 'Something that somebody does or has done for themselves. For that person alone.' })
export class StrengtheningActivityView {
  @Field(() => StrengtheningActivityKind)
  kind!: StrengtheningActivityKind;

  @Field(() => String, { description: 'The title of the training, or the service as it calls itself.' })
  name!: string;

  static of(kind: StrengtheningActivityKind, name: string): StrengtheningActivityView {
    return Object.assign(new StrengtheningActivityView(), { kind, name });
  }
}

@ObjectType('MyProtectiveFactor', { description: 'One of the five protective factors, with what strengthens it. It is no measurement of anybody.' })
export class MyProtectiveFactorView {
  @Field(() => ProtectiveFactor)
  factor!: ProtectiveFactor;

  @Field(() => String)
  label!: string;

  @Field(() => [StrengtheningActivityView], { description: 'Trainings that they have finished, then community services that they said yes to, the newest of each first.' })
  activities!: readonly StrengtheningActivityView[];

  static of(factor: ProtectiveFactor, label: string, activities: readonly StrengtheningActivityView[]): MyProtectiveFactorView {
    return Object.assign(new MyProtectiveFactorView(), { factor, label, activities });
  }
}
