import { ContactLedgerModule } from '@fc/subgraph';
import { Module } from '@nestjs/common';
import { CancelVisit } from './cancel-visit.use-case.ts';
import { PlannedVisits } from './planned-visits.ts';
import { RecordVisitBarrier } from './record-visit-barrier.use-case.ts';
import { RecordVisit } from './record-visit.use-case.ts';
import { ScheduleVisit } from './schedule-visit.use-case.ts';
import { FamilyTimeVisits } from './visits.query.ts';
import { VisitsResolver } from './visits.resolver.ts';

@Module({ imports: [ContactLedgerModule.suspending(PlannedVisits)], providers: [FamilyTimeVisits, VisitsResolver, ScheduleVisit, RecordVisit, CancelVisit, RecordVisitBarrier] })
export class VisitsModule {}
