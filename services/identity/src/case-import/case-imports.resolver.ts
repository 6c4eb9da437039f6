import { Allow, Role } from '@fc/auth';
import { PageArgs, UUID } from '@fc/subgraph';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BeginCaseImport, BeginCaseImportInput } from './begin-case-import.use-case.ts';
import { CaseRowOutcome } from './case-import-row.entity.ts';
import { CaseImportCountsView, CaseImportLinePage, CaseImportView } from './case-import.views.ts';
import { CaseImports } from './case-imports.query.ts';
import { ContinueCaseImport, ContinueCaseImportInput } from './continue-case-import.use-case.ts';
import { ImportCaseData, ImportCaseDataInput } from './import-case-data.use-case.ts';
import { SendCaseData, SendCaseDataInput } from './send-case-data.use-case.ts';

@Resolver(() => CaseImportView)
export class CaseImportsResolver {
  constructor(
    private readonly imports: CaseImports,
    private readonly beginning: BeginCaseImport,
    private readonly sending: SendCaseData,
    private readonly continuing: ContinueCaseImport,
    private readonly importing: ImportCaseData,
  ) {}

  @Query(() => CaseImportView, { nullable: true })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  caseImport(@Args('id', { type: () => UUID }) id: string): Promise<CaseImportView> {
    return this.imports.byId(id);
  }

  @ResolveField(() => CaseImportCountsView)
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  counts(@Parent() { id }: CaseImportView): Promise<CaseImportCountsView> {
    return this.imports.counts(id);
  }

  @ResolveField(() => CaseImportLinePage, { description: 'A line for each row, in the order of the file; of one outcome alone where it is named.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  lines(@Parent() { id }: CaseImportView, @Args() args: PageArgs, @Args('outcome', { type: () => CaseRowOutcome, nullable: true }) outcome: CaseRowOutcome | null): Promise<CaseImportLinePage> {
    return this.imports.lines(id, args, outcome);
  }

  @Mutation(() => CaseImportView, { description: 'A whole file of up to 200,000 characters. The same file again changes nothing. Rows that are left after a second wait for continueCaseImport. Errors IDENTITY.IMPORT_COLUMN, IDENTITY.IMPORT_ENCODING, IDENTITY.IMPORT_QUOTES, IDENTITY.IMPORT_ROW_TOO_LONG, IDENTITY.IMPORT_PART_TOO_LONG.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async importCaseData(@Args('input') input: ImportCaseDataInput): Promise<CaseImportView> {
    return this.imports.byId(await this.importing.run(input));
  }

  @Mutation(() => CaseImportView, { description: 'For a file of any length: begin, send its parts, then continue until it is done.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async beginCaseImport(@Args('input') input: BeginCaseImportInput): Promise<CaseImportView> {
    return this.imports.byId(await this.beginning.run(input));
  }

  @Mutation(() => CaseImportView, { description: 'Errors as importCaseData; also IDENTITY.IMPORT_PART_ORDER, IDENTITY.IMPORT_COMPLETE, IDENTITY.IMPORT_TOO_MANY_ROWS.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async sendCaseData(@Args('input') input: SendCaseDataInput): Promise<CaseImportView> {
    return this.imports.byId(await this.sending.run(input));
  }

  @Mutation(() => CaseImportView, { description: 'Takes rows for about a second; ask again until the status is DONE. Each row is taken whole or not at all. Error IDENTITY.IMPORT_NOT_COMPLETE.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async continueCaseImport(@Args('input') input: ContinueCaseImportInput): Promise<CaseImportView> {
    return this.imports.byId(await this.continuing.run(input));
  }
}
