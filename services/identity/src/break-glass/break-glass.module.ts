import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { BreakGlassUses } from './break-glass-uses.query.ts';
import { BreakGlassResolver } from './break-glass.resolver.ts';
import { BreakGlass } from './break-glass.use-case.ts';

@Module({ imports: [NotificationsModule], providers: [BreakGlassUses, BreakGlassResolver, BreakGlass] })
export class BreakGlassModule {}
