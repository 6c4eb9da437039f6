import { Module } from '@nestjs/common';
import { FollowLink } from './follow-link.use-case.ts';
import { LinkTokens } from './link-tokens.ts';
import { LinksController } from './links.controller.ts';
import { MessageLinks } from './message-links.ts';
import { SignedByGateway } from './signed-by-gateway.guard.ts';

@Module({
  controllers: [LinksController],
  providers: [FollowLink, LinkTokens, MessageLinks, SignedByGateway],
  exports: [MessageLinks],
})
export class CapabilityLinksModule {}
