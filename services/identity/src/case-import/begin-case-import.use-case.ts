import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { countyContext, CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { CaseFileFormat, CaseImport } from './case-import.entity.ts';
import { ForgetAbandonedImports } from './forget-abandoned-imports.ts';

@InputType()
export class BeginCaseImportInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => String, { description: 'What the county calls the system that the file comes from; ids are unique within it. Up to 60 characters.' })
  sourceSystem!: string;

  @Field(() => CaseFileFormat)
  format!: CaseFileFormat;

  @Field(() => Boolean, { description: 'Report what would become of each row, and write nothing of it.' })
  dryRun!: boolean;
}

/** Opens an import, which then receives its file part by part. */
@Injectable()
export class BeginCaseImport {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly abandoned: ForgetAbandonedImports,
  ) {}

  async run(input: BeginCaseImportInput): Promise<Id<'CaseImport'>> {
    const importId = await this.db.once(input, (tx) => {
      const { sourceSystem, format, dryRun } = input;
      const begun = CaseImport.begin({ sourceSystem, format, dryRun }, tx.context.actor.person as Id<'Person'>, this.clock.now());
      tx.add(begun);
      return Promise.resolve(begun.id);
    });
    this.abandoned.wake(countyContext().county.slug);
    return importId;
  }
}
