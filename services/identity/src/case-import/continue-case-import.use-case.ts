import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { CaseImport } from './case-import.entity.ts';
import { takeNextRow } from './take-rows.ts';
import { tryNextCase } from './try-rows.ts';

@InputType()
export class ContinueCaseImportInput {
  @Field(() => UUID)
  importId!: Id<'CaseImport'>;
}

/** How long one request goes on, in milliseconds: well below what the gateway waits for. */
const longestTurn = 1_000;

/** Takes the next rows of a file, as many as a second allows. Whoever asks must still have the right to, each time. */
@Injectable()
export class ContinueCaseImport {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  async run({ importId }: ContinueCaseImportInput): Promise<Id<'CaseImport'>> {
    const { dryRun } = await this.db.read((reader) => reader.getRow(CaseImport, importId));
    const next = dryRun ? tryNextCase : takeNextRow;
    for (const until = performance.now() + longestTurn; performance.now() < until; ) if (!(await next(this.db, importId, this.clock.now()))) break;
    return importId;
  }
}
