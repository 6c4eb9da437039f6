import { Role } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { MandatedReport } from './mandated-report.entity.ts';

@InputType()
export class FileMandatedReportInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => String, { description: 'To whom you made the report, up to 200 characters.' })
  toWhom!: string;

  @Field(() => Instant, { description: 'When you made it.' })
  reportedAt!: Temporal.Instant;

  @Field(() => String, { nullable: true, description: 'The number under which it was taken, where you were given one; up to 100 characters.' })
  reference?: string | null;

  @Field(() => String, { description: 'What you reported, in short; up to 2,000 characters.' })
  facts!: string;
}

/** Those whom the law has report what they come to know of a child in danger. */
export const reporters = [Role.PARENT_ALLY, Role.CAREGIVER_MENTOR, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.VISIT_SUPERVISOR, Role.CASA, Role.NAVIGATOR, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR] as const;

/** Somebody keeps that they have reported what they must. Nobody is told, and nothing else changes. */
@Injectable()
export class FileMandatedReport {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  run(input: FileMandatedReportInput): Promise<Id<'MandatedReport'>> {
    return this.db.once(input, async (tx) => {
      const { connectionId } = input;
      await requireOnConnection(tx, connectionId, ...reporters);
      await tx.get(FamilyConnection, connectionId); // who sees the whole county must name one that is there
      const authorId = actingPerson(tx);
      const report = MandatedReport.file({ connectionId, authorId }, input, await this.protection.keyFor(tx, authorId), this.clock.now());
      tx.add(report);
      return report.id;
    });
  }
}
