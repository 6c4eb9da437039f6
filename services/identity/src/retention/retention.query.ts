import { Clock, DomainError } from '@fc/domain-kernel';
import { dueRecords } from '@fc/subgraph';
import { countyContext, CountyDb, type Reader } from '@fc/tenancy';
import type { CountySettings } from '@fc/tenancy/registry';
import { Injectable } from '@nestjs/common';
import { isHeld } from '../legal-holds/held.ts';
import { RetainedRecord, startsOf } from './retained.ts';
import type { RetentionDueView } from './retention.view.ts';

type Rule = CountySettings['retention'][number];

/** Reports what the county's own rules say has been kept long enough. It deletes nothing, and neither does anything else by itself. */
@Injectable()
export class Retention {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** Throws `IDENTITY.RETENTION_RULE` where a rule counts from something that such a record has not got. */
  due(): Promise<RetentionDueView[]> {
    const { settings } = countyContext().county;
    const rules = settings.retention.filter(({ recordType }) => Object.hasOwn(RetainedRecord, recordType));
    return this.db.read(async (reader) => {
      const due: RetentionDueView[] = [];
      for (const rule of rules) due.push(await this.#dueBy(reader, rule));
      return due;
    });
  }

  async #dueBy(reader: Reader, rule: Rule): Promise<RetentionDueView> {
    const { recordType, keepForMonths, startsAt } = rule;
    const kind = recordType as RetainedRecord; // one of them, as `due` has seen to
    const starts = startsOf[kind][startsAt];
    if (!starts) throw new DomainError('IDENTITY.RETENTION_RULE', `The county's settings count the keeping of ${recordType} from ${startsAt}, which it has not got.`);
    const { total, records } = await dueRecords(reader, starts, rule, this.clock.now());
    const looked = [];
    for (const record of records) looked.push({ ...record, held: await isHeld(reader, record.subjectId) });
    return { recordType: kind, keepForMonths, total, records: looked };
  }
}
