import { parseId, type Id } from '@fc/domain-kernel';
import { readPage, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { CaseImport } from './case-import.entity.ts';
import { CaseImportRow, type CaseRowOutcome } from './case-import-row.entity.ts';
import { CaseImportCountsView, CaseImportLinePage, CaseImportLineView, CaseImportView } from './case-import.views.ts';

/** Reads imports and what became of their rows, for those who may import. */
@Injectable()
export class CaseImports {
  constructor(private readonly db: CountyDb) {}

  byId(id: string): Promise<CaseImportView> {
    return this.db.read(async (reader) => CaseImportView.from(await reader.getRow(CaseImport, parseId<'CaseImport'>(id))));
  }

  counts(importId: Id<'CaseImport'>): Promise<CaseImportCountsView> {
    return this.db.read(async (reader) => {
      const rows = await reader.sql<{ outcome: `${CaseRowOutcome}` | null; there: number }>(`select outcome, count(*)::int as there from case_import_row where import_id = ? group by outcome`, [importId]);
      const of = (outcome: `${CaseRowOutcome}` | null): number => rows.find((row) => row.outcome === outcome)?.there ?? 0;
      return Object.assign(new CaseImportCountsView(), { created: of('CREATED'), updated: of('UPDATED'), unchanged: of('UNCHANGED'), refused: of('REFUSED'), waiting: of(null) });
    });
  }

  lines(importId: Id<'CaseImport'>, args: PageArgs, outcome: `${CaseRowOutcome}` | null): Promise<CaseImportLinePage> {
    return this.db.read(async (reader) => CaseImportLinePage.of(await readPage(reader, CaseImportRow, { importId, ...(outcome ? { outcome } : {}) }, args, CaseImportLineView.from)));
  }
}
