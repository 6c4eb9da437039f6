import { DomainError, Temporal, Clock, type Id } from '@fc/domain-kernel';
import { countyContext, CountyDb, type Reader } from '@fc/tenancy';
import type { CountySettings } from '@fc/tenancy/registry';
import { Injectable } from '@nestjs/common';
import { isHeld } from '../legal-holds/held.ts';
import { RetainedRecord, startsOf } from './retained.ts';
import type { RetentionDueView } from './retention.view.ts';

type Rule = CountySettings['retention'][number];
interface DueRow {
  readonly id: string;
  readonly subject_id: Id<'Person'>;
  readonly started: string;
  readonly total: string;
}

const most = 100;

/** Reports what the county's own rules say has been kept long enough. It deletes nothing, and neither does anything else by itself. */
@Injectable()
export class Retention {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** Throws `IDENTITY.RETENTION_RULE` where a rule counts from something that such a record has not got. */
  due(): Promise<RetentionDueView[]> {
    const { settings, timeZone } = countyContext().county;
    const rules = settings.retention.filter(({ recordType }) => Object.hasOwn(RetainedRecord, recordType));
    return this.db.read(async (reader) => {
      const due: RetentionDueView[] = [];
      for (const rule of rules) due.push(await this.#dueBy(reader, rule, timeZone));
      return due;
    });
  }

  async #dueBy(reader: Reader, { recordType, keepForMonths, startsAt }: Rule, timeZone: string): Promise<RetentionDueView> {
    const kind = recordType as RetainedRecord; // one of them, as `due` has seen to
    const starts = startsOf[kind][startsAt];
    if (!starts) throw new DomainError('IDENTITY.RETENTION_RULE', `The county's settings count the keeping of ${recordType} from ${startsAt}, which it has not got.`);
    const before = this.clock.now().toZonedDateTimeISO(timeZone).subtract({ months: keepForMonths }).toInstant().toString();
    const rows = await reader.sql<DueRow>(`select id, subject_id, to_char(started at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as started, count(*) over () as total from (${starts}) record where started <= ?::timestamptz order by record.started limit ${most}`, [before]);
    const records = [];
    for (const { id, subject_id: subjectId, started } of rows) {
      const dueSince = Temporal.Instant.from(started).toZonedDateTimeISO(timeZone).add({ months: keepForMonths }).toInstant();
      records.push({ recordId: id, subjectId, dueSince, held: await isHeld(reader, subjectId) });
    }
    return { recordType: kind, keepForMonths, total: Number(rows[0]?.total ?? 0), records };
  }
}
