import { Module } from '@nestjs/common';
import { AddMilestone } from './add-milestone.use-case.ts';
import { Milestones } from './milestones.query.ts';
import { MilestonesResolver } from './milestones.resolver.ts';

@Module({ providers: [MilestonesResolver, Milestones, AddMilestone] })
export class MilestonesModule {}
