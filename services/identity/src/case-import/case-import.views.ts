import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID, type Page } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CaseFileFormat, CaseImportStatus, type CaseImport } from './case-import.entity.ts';
import { CaseRowOutcome, type CaseImportRow } from './case-import-row.entity.ts';
import { ImportedKind } from './case-record.ts';
import { csvTable } from './csv-cell.ts';

registerEnumType(CaseFileFormat, { name: 'CaseFileFormat', description: 'JSON_LINES: one JSON object a line, with the columns as members.' });
registerEnumType(CaseImportStatus, { name: 'CaseImportStatus', description: 'RECEIVING: parts of the file are missing. RUNNING: rows wait for their turn.' });
registerEnumType(CaseRowOutcome, { name: 'CaseRowOutcome', description: 'What became of a row or, in a dry run, would become of it.' });
registerEnumType(ImportedKind, { name: 'ImportedKind' });

@ObjectType('CaseImportCounts')
export class CaseImportCountsView {
  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int)
  refused!: number;

  @Field(() => Int, { description: 'Rows whose turn has not come.' })
  waiting!: number;
}

@ObjectType('CaseImport', { description: 'A file of case data and what became of its rows. For coordinators and program supervisors.' })
@Directive('@key(fields: "id", resolvable: false)')
export class CaseImportView {
  @Field(() => UUID)
  id!: Id<'CaseImport'>;

  @Field(() => String)
  sourceSystem!: string;

  @Field(() => CaseFileFormat)
  format!: `${CaseFileFormat}`;

  @Field(() => Boolean)
  dryRun!: boolean;

  @Field(() => CaseImportStatus)
  status!: `${CaseImportStatus}`;

  @Field(() => Int, { description: 'How many parts of the file are here.' })
  parts!: number;

  @Field(() => Instant)
  begunAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty until all rows have been taken or refused.' })
  finishedAt!: Temporal.Instant | null;

  static from({ id, sourceSystem, format, dryRun, status, parts, begunAt, finishedAt }: Row<CaseImport>): CaseImportView {
    return Object.assign(new CaseImportView(), { id, sourceSystem, format, dryRun, status, parts, begunAt, finishedAt });
  }
}

@ObjectType('CaseImportLine', { description: 'What became of one row.' })
export class CaseImportLineView {
  @Field(() => Int, { description: 'In the file; the row with the columns is a table’s first.' })
  row!: number;

  @Field(() => ImportedKind, { nullable: true, description: 'Empty where the row does not say.' })
  kind!: `${ImportedKind}` | null;

  @Field(() => String, { nullable: true, description: 'Empty where the row does not say.' })
  externalId!: string | null;

  @Field(() => CaseRowOutcome, { nullable: true, description: 'Empty until its turn comes.' })
  outcome!: `${CaseRowOutcome}` | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused, for programs.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused, for people. It repeats no cell.' })
  message!: string | null;

  @Field(() => UUID, { nullable: true, description: 'The record here; empty for what was refused, and in a dry run.' })
  recordId!: string | null;

  static from({ number, kind, externalId, outcome, code, message, recordId }: Row<CaseImportRow>): CaseImportLineView {
    return Object.assign(new CaseImportLineView(), { row: number, kind, externalId, outcome, code, message, recordId });
  }
}

@ObjectType()
export class CaseImportLinePage extends pageOf(CaseImportLineView) {
  @Field(() => String, { description: 'The same lines as CSV, columns first. What a spreadsheet would take for a formula is text.' })
  csv!: string;

  static of({ nodes, pageInfo }: Page<CaseImportLineView>): CaseImportLinePage {
    const lines = nodes.map(({ row, kind, externalId, outcome, code, message, recordId }) => [String(row), kind, externalId, outcome, code, message, recordId].map((cell) => cell ?? ''));
    const csv = csvTable([['row', 'record_type', 'external_id', 'outcome', 'code', 'message', 'record_id'], ...lines]);
    return Object.assign(new CaseImportLinePage(), { nodes, pageInfo, csv });
  }
}
