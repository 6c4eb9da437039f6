import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { PageArgs, type Page } from '../graphql/paging.ts';
import { camel, pascal } from '../graphql/service-names.ts';
import { AccessLog, AccessLogWords } from './access-log.query.ts';
import { AccessLogPage, type AccessLogEntryView } from './access-log.view.ts';
import { AuditEntryPage, type AuditEntryView } from './audit-entry.view.ts';
import { AuditTrail, AuditTrailArgs, SupervisorsAlone } from './audit-trail.query.ts';

/** The two root fields of a service: names of different services never clash. */
function resolverOf(service: string): Type {
  @Resolver()
  class AuditTrailResolver {
    constructor(
      private readonly trail: AuditTrail,
      private readonly log: AccessLog,
    ) {}

    @Query(() => AuditEntryPage, {
      name: `${camel(service)}AuditTrail`,
      nullable: true,
      description: `The part of the county’s trail that ${service} keeps, newest first. The whole of it for a program supervisor; for a coordinator what concerns the person or the record that they name. Who looked at it is written down.`,
    })
    @Allow(Role.PROGRAM_SUPERVISOR, Role.COORDINATOR)
    trailPage(@Args() args: AuditTrailArgs): Promise<Page<AuditEntryView>> {
      return this.trail.page(args);
    }

    @Query(() => AccessLogPage, {
      name: `my${pascal(service)}AccessLog`,
      nullable: true,
      description: `Who else saw or changed what ${service} keeps of you: by role, kind of record and day, newest first, each once a day. Not everything is told here.`,
    })
    @AllowSignedIn()
    logPage(@Args() args: PageArgs): Promise<Page<AccessLogEntryView>> {
      return this.log.page(args);
    }
  }
  return AuditTrailResolver;
}

/** What every service answers of its part of the county's trail. `words`: what a person is told of each kind of record; of a kind without words they are told nothing. `supervisorsAlone`: of which queries and mutations a program supervisor alone is told. */
@Module({})
export class AuditTrailModule {
  static of(service: string, words: Readonly<Record<string, string>>, supervisorsAlone: readonly string[]): DynamicModule {
    const told = [
      { provide: AccessLogWords, useValue: new AccessLogWords(words) },
      { provide: SupervisorsAlone, useValue: new SupervisorsAlone(supervisorsAlone) },
    ];
    return { module: AuditTrailModule, providers: [AuditTrail, AccessLog, ...told, resolverOf(service)] };
  }
}
