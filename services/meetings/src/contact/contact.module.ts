import { CasePlanLimitsModule, ContactLedgerModule } from '@fc/subgraph';
import { Module } from '@nestjs/common';
import { PlannedMeetings } from './planned-meetings.ts';

@Module({ imports: [CasePlanLimitsModule, ContactLedgerModule.suspending(PlannedMeetings)] })
export class ContactModule {}
