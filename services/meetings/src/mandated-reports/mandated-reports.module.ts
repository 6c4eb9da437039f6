import { Module } from '@nestjs/common';
import { FileMandatedReport } from './file-mandated-report.use-case.ts';
import { MandatedReports } from './mandated-reports.query.ts';
import { MandatedReportsResolver } from './mandated-reports.resolver.ts';

@Module({ providers: [MandatedReportsResolver, MandatedReports, FileMandatedReport] })
export class MandatedReportsModule {}
