import type { Id } from '@fc/domain-kernel';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { BeginCaseImport, BeginCaseImportInput } from './begin-case-import.use-case.ts';
import { ContinueCaseImport } from './continue-case-import.use-case.ts';
import { SendCaseData } from './send-case-data.use-case.ts';

@InputType()
export class ImportCaseDataInput extends BeginCaseImportInput {
  @Field(() => String, { description: 'The whole file, up to 200,000 characters.' })
  text!: string;
}

/** A small file in one request: begun, received and, as far as a second allows, taken. What it leaves, `continueCaseImport` takes. */
@Injectable()
export class ImportCaseData {
  constructor(
    private readonly beginning: BeginCaseImport,
    private readonly sending: SendCaseData,
    private readonly continuing: ContinueCaseImport,
  ) {}

  async run({ text, ...file }: ImportCaseDataInput): Promise<Id<'CaseImport'>> {
    const importId = await this.beginning.run(file);
    await this.sending.run({ importId, part: 1, text, last: true });
    return this.continuing.run({ importId });
  }
}
