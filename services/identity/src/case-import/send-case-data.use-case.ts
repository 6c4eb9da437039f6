import { createHash } from 'node:crypto';
import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { CaseImport } from './case-import.entity.ts';
import { keepRows } from './keep-rows.ts';

@InputType()
export class SendCaseDataInput {
  @Field(() => UUID)
  importId!: Id<'CaseImport'>;

  @Field(() => Int, { description: 'Parts are counted from 1 and sent in order. The same one again changes nothing.' })
  part!: number;

  @Field(() => String, { description: 'Up to 200,000 characters of the file. It may break off anywhere.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether the file ends here.' })
  last!: boolean;
}

/** Receives the next part of a file. Its rows are kept until they are taken; of the file itself no more than a broken row is. */
@Injectable()
export class SendCaseData {
  constructor(private readonly db: CountyDb) {}

  run({ importId, part: number, text, last }: SendCaseDataInput): Promise<Id<'CaseImport'>> {
    return this.db.transact(async (tx) => {
      const held = await tx.lock(CaseImport, importId);
      const digest = createHash('sha256').update(`${last} ${text}`).digest('base64url');
      await keepRows(tx, held, held.receive({ number, text, last }, digest));
      return importId;
    });
  }
}
