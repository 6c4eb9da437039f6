import { Module } from '@nestjs/common';
import { AnchorLog, StateAnchorLog } from './anchor-log.ts';
import { WhenAuditSealed } from './when-audit-sealed.consumer.ts';

@Module({ controllers: [WhenAuditSealed], providers: [{ provide: AnchorLog, useClass: StateAnchorLog }] })
export class AuditAnchorsModule {}
