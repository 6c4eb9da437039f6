import { Module } from '@nestjs/common';
import { AssignCase } from './assign-case.use-case.ts';
import { CaseAssignments } from './case-assignments.query.ts';
import { CaseAssignmentsResolver } from './case-assignments.resolver.ts';
import { EndCaseAssignment } from './end-case-assignment.use-case.ts';

@Module({ providers: [CaseAssignments, CaseAssignmentsResolver, AssignCase, EndCaseAssignment] })
export class CaseAssignmentsModule {}
