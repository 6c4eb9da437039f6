import { Module } from '@nestjs/common';
import { Agreements } from './agreements.query.ts';
import { AgreementsResolver } from './agreements.resolver.ts';
import { ProposeAgreement } from './propose-agreement.use-case.ts';
import { ApproveSharedStatement, SendSharedStatement } from './send-shared-statement.use-case.ts';
import { AgreeToAgreement, KeepAgreement } from './settle-agreement.use-case.ts';
import { RewriteSharedStatement, WriteSharedStatement } from './write-shared-statement.use-case.ts';

@Module({ providers: [AgreementsResolver, Agreements, ProposeAgreement, AgreeToAgreement, KeepAgreement, WriteSharedStatement, RewriteSharedStatement, ApproveSharedStatement, SendSharedStatement] })
export class AgreementsModule {}
