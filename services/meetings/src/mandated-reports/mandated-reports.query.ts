import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { countyContext, CountyDb, Protection, RowNotFound, type FilterQuery, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../projections/acting-person.ts';
import { MandatedReport, type ReportWords } from './mandated-report.entity.ts';
import { MandatedReportView, ReportLineView } from './mandated-report.view.ts';

/** How many reports somebody is shown at most. */
const most = 100;
const noWords: ReportWords = { toWhom: null, reference: null, facts: null };

/** Reads mandated reports: their own for whoever made them, all of them for a program supervisor, which is written down. */
@Injectable()
export class MandatedReports {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
  ) {}

  /** The newest first. */
  list(connectionId?: Id<'FamilyConnection'> | null): Promise<MandatedReportView[]> {
    return this.#where(connectionId ? { connectionId } : {});
  }

  async byId(id: Id<'MandatedReport'>): Promise<MandatedReportView> {
    const [found] = await this.#where({ id });
    if (!found) throw new RowNotFound('MandatedReport', id);
    return found;
  }

  /** Where the county's people report to; null while the county has not said. */
  line(): ReportLineView | null {
    const { reportLine } = countyContext().county.settings;
    return reportLine && Object.assign(new ReportLineView(), reportLine);
  }

  #where(where: FilterQuery<MandatedReport>): Promise<MandatedReportView[]> {
    return this.db.read(async (reader) => {
      const me = actingPerson(reader);
      const readsAll = reader.context.actor.roles.includes(Role.PROGRAM_SUPERVISOR);
      const reports = await reader.rows(MandatedReport, { $and: [where, readsAll ? {} : { authorId: me }] }, { orderBy: { id: 'desc' }, limit: most });
      const ofOthers = reports.filter(({ authorId }) => authorId !== me);
      if (ofOthers.length > 0) await this.db.auditProtectedRead(reader.context.action, 'MandatedReport', ofOthers.map(({ id }) => id), [...new Set(ofOthers.map(({ connectionId }) => connectionId))]);
      return Promise.all(reports.map(async (report) => MandatedReportView.from(report, await this.#wordsOf(reader, report))));
    });
  }

  async #wordsOf(reader: Reader, report: Row<MandatedReport>): Promise<ReportWords> {
    return MandatedReport.hasWords(report) ? MandatedReport.open(report, await this.protection.keyOf(reader, report.authorId)) : noWords;
  }
}
