import { Allow, AllowSignedIn } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { FileMandatedReport, FileMandatedReportInput, reporters } from './file-mandated-report.use-case.ts';
import { MandatedReportView, ReportLineView } from './mandated-report.view.ts';
import { MandatedReports } from './mandated-reports.query.ts';

@Resolver(() => MandatedReportView)
export class MandatedReportsResolver {
  constructor(
    private readonly reports: MandatedReports,
    private readonly filing: FileMandatedReport,
  ) {}

  @Query(() => [MandatedReportView], {
    nullable: true,
    description: 'Those that you made, also where you are no longer on the connection; for a program supervisor everybody’s. At most 100, the newest first. Errors PROTECTED_UNAVAILABLE, PROTECTED_UNREADABLE.',
  })
  @Allow(...reporters)
  mandatedReports(@Args('connectionId', { type: () => UUID, nullable: true }) connectionId?: Id<'FamilyConnection'> | null): Promise<MandatedReportView[]> {
    return this.reports.list(connectionId);
  }

  @Query(() => ReportLineView, { nullable: true, description: 'Empty while the county has named none. In danger call 911 first.' })
  @AllowSignedIn()
  reportLine(): ReportLineView | null {
    return this.reports.line();
  }

  @Mutation(() => MandatedReportView, {
    description:
      'For mentors and staff who are on the connection. It takes the place of no report: make that first. Nobody is told of it, neither the families nor colleagues, and nothing else shows that it is there. Errors DATE_IN_FUTURE, TEXT_REQUIRED, TEXT_TOO_LONG, PROTECTED_UNAVAILABLE.',
  })
  @Allow(...reporters)
  async fileMandatedReport(@Args('input') input: FileMandatedReportInput): Promise<MandatedReportView> {
    return this.reports.byId(await this.filing.run(input));
  }
}
