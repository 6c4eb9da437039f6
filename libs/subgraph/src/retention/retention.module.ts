import { Allow, Role } from '@fc/auth';
import { Clock, DomainError } from '@fc/domain-kernel';
import { countyContext, CountyDb } from '@fc/tenancy';
import type { RetentionStart } from '@fc/tenancy/registry';
import { Injectable, Module, type DynamicModule, type Type } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { camel } from '../graphql/service-names.ts';
import { dueRecords, type RetainedKinds } from './due-records.ts';
import { KeptLongEnoughView } from './kept-long-enough.view.ts';

/** What a service keeps for which a county can say how long. */
class OwnKinds {
  constructor(readonly kinds: RetainedKinds) {}
}

/** Reports what the county's own rules say has been kept long enough. It deletes nothing, and neither does anything else by itself. */
@Injectable()
export class KeptLongEnough {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly own: OwnKinds,
  ) {}

  /** One for each of the county's rules about what this service keeps. Throws `RETENTION_RULE`. */
  due(): Promise<KeptLongEnoughView[]> {
    const { kinds } = this.own;
    const isOwn = (kind: string): kind is keyof RetainedKinds => Object.hasOwn(kinds, kind);
    return this.db.read(async (reader) => {
      const due: KeptLongEnoughView[] = [];
      for (const rule of countyContext().county.settings.retention) {
        const { recordType, keepForMonths, startsAt } = rule;
        if (!isOwn(recordType)) continue;
        const starts: Partial<Record<RetentionStart, string>> = kinds[recordType] ?? {};
        const query = starts[startsAt];
        if (!query) throw new DomainError('RETENTION_RULE', `The county's settings count the keeping of ${recordType} from ${startsAt}, which it has not got.`);
        due.push(Object.assign(new KeptLongEnoughView(), { recordType, keepForMonths, ...(await dueRecords(reader, query, rule, this.clock.now())) }));
      }
      return due;
    });
  }
}

/** The root field of a service: names of different services never clash. */
function resolverOf(service: string): Type {
  @Resolver()
  class RetentionResolver {
    constructor(private readonly kept: KeptLongEnough) {}

    @Query(() => [KeptLongEnoughView], {
      name: `${camel(service)}RetentionDue`,
      nullable: true,
      description: `What ${service} has kept as long as the county’s rules say, a line for each rule. Nothing is deleted by it; what has to go goes by requestErasure for the person, unless a legal hold keeps it: see underLegalHold. Error RETENTION_RULE.`,
    })
    @Allow(Role.PROGRAM_SUPERVISOR)
    due(): Promise<KeptLongEnoughView[]> {
      return this.kept.due();
    }
  }
  return RetentionResolver;
}

/** For every service but identity that keeps something for which a county can say how long. */
@Module({})
export class RetentionModule {
  static of(service: string, kinds: RetainedKinds): DynamicModule {
    return { module: RetentionModule, providers: [KeptLongEnough, { provide: OwnKinds, useValue: new OwnKinds(kinds) }, resolverOf(service)] };
  }
}
