import { newId, requirePast, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Place, type Row, type Sealed } from '@fc/tenancy';

const schema = defineEntity({
  name: 'MandatedReport',
  tableName: 'mandated_report',
  properties: {
    id: column.id<'MandatedReport'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    authorId: column.ref<'Person'>().index(),
    /** When the report itself was made, to whomever the law names. */
    reportedAt: column.instant(),
    filedAt: column.instant(),
    /** To whom. Null, as the two below, once somebody whom the words speak of is erased. */
    toWhom: column.sealed().nullable(),
    /** The number under which it was taken, where one was given. */
    reference: column.sealed().nullable(),
    facts: column.sealed().nullable(),
  },
});

/** What somebody says of a report that the law had them make. */
export interface ReportMade {
  readonly toWhom: string;
  readonly reportedAt: Temporal.Instant;
  readonly reference?: string | null | undefined;
  readonly facts: string;
}

/** The words of a report, opened. */
export type ReportWords = Record<'toWhom' | 'reference' | 'facts', string | null>;

const placeOf = (id: string, field: keyof ReportWords): Place => ({ record: 'MandatedReport', id, field });

/**
 * That somebody who must report what they have come to know did so. It is kept outside of all notes, sealed with its author's key,
 * and nothing else on the connection tells that it is there (decision 9).
 */
export class MandatedReport extends schema.class {
  /** Throws `DATE_IN_FUTURE`, `TEXT_...`. */
  static file(of: { connectionId: Id<'FamilyConnection'>; authorId: Id<'Person'> }, { toWhom, reportedAt, reference, facts }: ReportMade, key: PersonKey, now: Temporal.Instant): MandatedReport {
    const id = newId<'MandatedReport'>();
    const seal = (field: keyof ReportWords, text: string): Sealed => key.seal(placeOf(id, field), text);
    return make(MandatedReport, {
      ...{ ...of, id, filedAt: now },
      reportedAt: requirePast(reportedAt, now, 'The report'),
      toWhom: seal('toWhom', requireText(toWhom, { field: 'To whom it was made', max: 200 })),
      reference: reference ? seal('reference', requireText(reference, { field: 'The reference', max: 100 })) : null,
      facts: seal('facts', requireText(facts, { field: 'What was reported', max: 2_000 })),
    });
  }

  /** Whether there is anything left to open. */
  static hasWords({ toWhom, facts }: Row<MandatedReport>): boolean {
    return Boolean(toWhom ?? facts);
  }

  static open({ id, toWhom, reference, facts }: Row<MandatedReport>, key: PersonKey): ReportWords {
    const open = (field: keyof ReportWords, sealed: Sealed | null | undefined): string | null => (sealed ? key.open(placeOf(id, field), sealed) : null);
    return { toWhom: open('toWhom', toWhom), reference: open('reference', reference), facts: open('facts', facts) };
  }
}
schema.setClass(MandatedReport);
export const mandatedReportSchema = schema;
