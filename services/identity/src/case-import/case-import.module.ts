import { Module } from '@nestjs/common';
import { BeginCaseImport } from './begin-case-import.use-case.ts';
import { CaseImports } from './case-imports.query.ts';
import { CaseImportsResolver } from './case-imports.resolver.ts';
import { ContinueCaseImport } from './continue-case-import.use-case.ts';
import { ForgetAbandonedImports } from './forget-abandoned-imports.ts';
import { ImportCaseData } from './import-case-data.use-case.ts';
import { SendCaseData } from './send-case-data.use-case.ts';

@Module({ providers: [CaseImports, CaseImportsResolver, BeginCaseImport, SendCaseData, ContinueCaseImport, ImportCaseData, ForgetAbandonedImports] })
export class CaseImportModule {}
