import { Module } from '@nestjs/common';
import { CommitteeRoster } from './committee-roster.query.ts';
import { CommitteeRosterResolver } from './committee-roster.resolver.ts';
import { JoinCommitteeRoster } from './join-committee-roster.use-case.ts';
import { KeepRoster } from './keep-roster.ts';
import { LeaveCommitteeRoster } from './leave-committee-roster.use-case.ts';
import { WhenMemberLeaves } from './when-member-leaves.consumer.ts';

@Module({ controllers: [WhenMemberLeaves], providers: [KeepRoster, CommitteeRoster, CommitteeRosterResolver, JoinCommitteeRoster, LeaveCommitteeRoster] })
export class CommitteeModule {}
