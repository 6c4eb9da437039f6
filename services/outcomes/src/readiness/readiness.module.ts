import { Module } from '@nestjs/common';
import { CountyReadiness } from './county-readiness.query.ts';
import { PlanImprovement } from './plan-improvement.use-case.ts';
import { ReadinessResolver } from './readiness.resolver.ts';
import { RecordReadinessAssessment } from './record-readiness-assessment.use-case.ts';
import { ShareReadiness } from './share-readiness.use-case.ts';

@Module({ providers: [ReadinessResolver, CountyReadiness, RecordReadinessAssessment, ShareReadiness, PlanImprovement] })
export class ReadinessModule {}
