import { Guarded, GuardedField, Role, type Principal } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import type { MandatedReport, ReportWords } from './mandated-report.entity.ts';

@ObjectType('MandatedReport', { description: 'That somebody who must report what they come to know of a child in danger has done so. For its author and a program supervisor alone; its words are empty once somebody of whom they speak is erased.' })
export class MandatedReportView {
  @Field(() => UUID)
  id!: Id<'MandatedReport'>;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => UUID)
  authorId!: Id<'Person'>;

  @Field(() => Instant)
  reportedAt!: Temporal.Instant;

  @Field(() => Instant)
  filedAt!: Temporal.Instant;

  @GuardedField(() => String)
  toWhom!: Guarded<string | null>;

  @GuardedField(() => String, { description: 'The number under which it was taken.' })
  reference!: Guarded<string | null>;

  @GuardedField(() => String)
  facts!: Guarded<string | null>;

  static from({ id, connectionId, authorId, reportedAt, filedAt }: Row<MandatedReport>, words: ReportWords): MandatedReportView {
    const mayRead = (reader: Principal): boolean => reader.person === authorId || reader.has(Role.PROGRAM_SUPERVISOR);
    const [toWhom, reference, facts] = [words.toWhom, words.reference, words.facts].map((text) => Guarded.of(text, mayRead));
    return Object.assign(new MandatedReportView(), { id, connectionId, authorId, reportedAt, filedAt, toWhom, reference, facts });
  }
}

@ObjectType('ReportLine', { description: 'Where to report that a child may be abused or neglected.' })
export class ReportLineView {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'As it is dialled from here.' })
  phone!: string;
}
