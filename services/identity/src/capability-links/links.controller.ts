import { AllowPublic } from '@fc/auth';
import { newId } from '@fc/domain-kernel';
import { SignedByGateway } from '@fc/subgraph';
import { BadRequestException, Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { linkPurposes } from './capability-link.entity.ts';
import { FollowLink } from './follow-link.use-case.ts';

const followed = z.strictObject({ purpose: z.enum(linkPurposes), token: z.string().max(200), correlationId: z.uuid().default(() => newId()) });

/** Where the gateway has links followed. It is no part of the graph: who follows a link has signed in nowhere. */
@Controller('links')
export class LinksController {
  constructor(private readonly following: FollowLink) {}

  /** Answers `{ done }`: false for every link that could not be used. */
  @Post()
  @HttpCode(200)
  @AllowPublic()
  @UseGuards(SignedByGateway)
  async follow(@Body() body: unknown): Promise<{ done: boolean }> {
    const { success, data } = followed.safeParse(body);
    if (!success) throw new BadRequestException();
    return { done: await this.following.run(data) };
  }
}
