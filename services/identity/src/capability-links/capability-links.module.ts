import { Module } from '@nestjs/common';
import { FollowLink } from './follow-link.use-case.ts';
import { LinksController } from './links.controller.ts';
import { MessageLinks } from './message-links.ts';

@Module({
  controllers: [LinksController],
  providers: [FollowLink, MessageLinks],
  exports: [MessageLinks],
})
export class CapabilityLinksModule {}
