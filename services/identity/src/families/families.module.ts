import { Module } from '@nestjs/common';
import { AddParent } from './add-parent.use-case.ts';
import { Families } from './families.query.ts';
import { CaregiverHouseholdsResolver, ChildrenResolver } from './families.resolver.ts';
import { RegisterCaregiverHousehold } from './register-caregiver-household.use-case.ts';
import { RegisterChildren } from './register-children.use-case.ts';

@Module({ providers: [Families, ChildrenResolver, CaregiverHouseholdsResolver, RegisterChildren, AddParent, RegisterCaregiverHousehold], exports: [Families] })
export class FamiliesModule {}
