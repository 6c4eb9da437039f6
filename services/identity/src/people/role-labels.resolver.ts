import { AllowSignedIn, Role, roleLabel } from '@fc/auth';
import { countyContext } from '@fc/tenancy';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';

@ObjectType('RoleLabel', { description: 'What the county calls a role.' })
export class RoleLabelView {
  @Field(() => Role)
  role!: Role;

  @Field(() => String, { description: 'The county’s own word, such as “Parent Partner”; else the usual one.' })
  label!: string;
}

/** What the county calls its roles; part of the county's file in the registry. */
@Resolver()
export class RoleLabelsResolver {
  @Query(() => [RoleLabelView], { nullable: true, description: 'Every role in the county’s own words.' })
  @AllowSignedIn()
  roleLabels(): RoleLabelView[] {
    const { roleLabels } = countyContext().county.settings;
    return Object.values(Role).map((role) => ({ role, label: roleLabel(role, roleLabels) }));
  }
}
