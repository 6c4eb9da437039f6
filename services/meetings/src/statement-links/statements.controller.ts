import { AllowPublic } from '@fc/auth';
import { newId } from '@fc/domain-kernel';
import { SignedByGateway } from '@fc/subgraph';
import { BadRequestException, Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { ReadStatementLink } from './read-statement-link.use-case.ts';

const asked = z.strictObject({ token: z.string().max(200), correlationId: z.uuid().default(() => newId()) });

/** Where the gateway reads statements. It is no part of the graph: whoever follows the link has signed in nowhere. */
@Controller('statements')
export class StatementsController {
  constructor(private readonly links: ReadStatementLink) {}

  /** Answers `{ statement }`: null for every link that opens nothing. */
  @Post()
  @HttpCode(200)
  @AllowPublic()
  @UseGuards(SignedByGateway)
  async read(@Body() body: unknown): Promise<{ statement: string | null }> {
    const { success, data } = asked.safeParse(body);
    if (!success) throw new BadRequestException();
    return { statement: await this.links.run(data) };
  }
}
