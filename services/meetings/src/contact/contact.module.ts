import { ContactLedgerModule } from '@fc/subgraph';
import { Module } from '@nestjs/common';
import { PlannedMeetings } from './planned-meetings.ts';

@Module({ imports: [ContactLedgerModule.suspending(PlannedMeetings)] })
export class ContactModule {}
