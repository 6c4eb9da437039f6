import { AllowPublic } from '@fc/auth';
import { newId } from '@fc/domain-kernel';
import { SignedByGateway } from '@fc/subgraph';
import { BadRequestException, Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { ReadCalendarFeed } from './read-calendar-feed.query.ts';

const asked = z.strictObject({ token: z.string().max(200), correlationId: z.uuid().default(() => newId()) });

/** Where the gateway reads feeds. It is no part of the graph: a calendar program has signed in nowhere. */
@Controller('calendars')
export class CalendarsController {
  constructor(private readonly feeds: ReadCalendarFeed) {}

  /** Answers `{ calendar }`: null for every link that opens nothing. */
  @Post()
  @HttpCode(200)
  @AllowPublic()
  @UseGuards(SignedByGateway)
  async read(@Body() body: unknown): Promise<{ calendar: string | null }> {
    const { success, data } = asked.safeParse(body);
    if (!success) throw new BadRequestException();
    return { calendar: await this.feeds.run(data) };
  }
}
