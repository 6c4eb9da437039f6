import { AccessGuard, RequestVerifier, TokenVerifier } from '@fc/auth';
import { Clock, SystemClock } from '@fc/domain-kernel';
import { Broker, Inbox, JetStreamStrategy, Outbox, OutboxRelay, ParkedEvents, Questions } from '@fc/messaging';
import { SecretProvider, type Logger, type PlatformConfig } from '@fc/runtime';
import { AuditSealer, CountyDb, CountyJobs, CountyOrms, ErasureLedger, FileKeys, Protection, StateDb, VaultKeys, type KeyProvider } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloFederationDriver, type ApolloFederationDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import * as families from '../access/families.consumers.ts';
import * as partners from '../access/partners.consumers.ts';
import * as people from '../access/people.consumers.ts';
import { AuditTrailModule } from '../audit-trail/audit-trail.module.ts';
import { AskLedger } from '../contact/ask-ledger.ts';
import { ErasureModule } from '../erasure/erasure.module.ts';
import { ActionInterceptor } from '../graphql/action.interceptor.ts';
import { keepPartnersToTheirGrant } from '../graphql/partner-fields.plugin.ts';
import { scalars } from '../graphql/scalars.ts';
import { auditUnreadableRequests } from '../graphql/unreadable-requests.plugin.ts';
import { ErrorMapping } from '../graphql/error-mapping.filter.ts';
import { LinkTokens } from '../links/link-tokens.ts';
import { RetentionModule } from '../retention/retention.module.ts';
import * as roundTrips from '../round-trip/round-trip.consumers.ts';
import type { Subgraph } from '../subgraph.ts';
import { KeepPersonKeys } from '../protection/keep-person-keys.ts';
import { RequestGate, type GatedRequest } from './request-gate.ts';

export interface PlatformParts {
  readonly config: PlatformConfig;
  readonly registry: Registry;
  readonly logger: Logger;
}

/** Everything that a service's features build on. Nothing here connects to anything before it is first used. */
@Module({})
export class PlatformModule implements NestModule {
  constructor(private readonly gate: RequestGate) {}

  static of({ schema, features, erasure, retained, extends: extended = [], ownRecords = {}, supervisorsAlone = [] }: Subgraph, { config, registry, logger }: PlatformParts): DynamicModule {
    const { service } = schema;
    const orms = new CountyOrms(schema, config.secrets);
    const outbox = new Outbox();
    const inbox = new Inbox();
    const broker = new Broker({ url: config.natsUrl, service, secrets: config.secrets });
    const sealer = new AuditSealer(orms, registry, [outbox], logger);
    const db = new CountyDb(orms, [inbox, outbox, sealer]);
    const requests = new RequestVerifier({ audience: service, publicKeys: config.trustedSigners });
    const gate = new RequestGate(requests, new TokenVerifier(registry, { audience: config.audience }), db, logger);
    const state = new StateDb(service, registry, config.secrets);
    const ledger = new ErasureLedger(state);
    const given = [
      [CountyDb, db],
      [CountyOrms, orms],
      [AuditSealer, sealer],
      [CountyJobs, new CountyJobs({ service, registry, logger, isInUse: (county) => orms.isInUse(county) })],
      [StateDb, state],
      [ErasureLedger, ledger],
      [Protection, new Protection(keysOf(config, service), ledger)],
      [Broker, broker],
      [OutboxRelay, new OutboxRelay(orms, registry, broker, outbox, logger)],
      [JetStreamStrategy, new JetStreamStrategy({ broker, registry, inbox, parked: new ParkedEvents(orms), logger })],
      [Questions, new Questions({ broker, registry, logger })],
      [Clock, new SystemClock()],
      [RequestGate, gate],
      [RequestVerifier, requests],
      [Registry, registry],
      [SecretProvider, config.secrets],
      [LinkTokens, new LinkTokens(config.secrets, service)],
    ] as const;
    return {
      module: PlatformModule,
      global: true,
      imports: [
        GraphQLModule.forRoot<ApolloFederationDriverConfig>({
          driver: ApolloFederationDriver,
          autoSchemaFile: { federation: 2 },
          buildSchemaOptions: { orphanedTypes: [...extended] },
          // The federated schema is built anew from text, which knows a scalar's name but not its rules.
          resolvers: scalars,
          resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
          sortSchema: true,
          playground: false,
          csrfPrevention: true,
          hideSchemaDetailsFromClientErrors: true,
          // Nest guards no field resolver and no reference resolver unless it is told to.
          fieldResolverEnhancers: ['guards', 'filters'],
          context: ({ req }: { req: GatedRequest }) => ({ principal: req.principal }),
          plugins: [ApolloServerPluginInlineTraceDisabled(), keepPartnersToTheirGrant, auditUnreadableRequests(db)],
        }),
        AuditTrailModule.of(service, ownRecords, supervisorsAlone),
        ...(erasure.report ? [ErasureModule.of(erasure.words, erasure.report)] : []),
        ...(retained ? [RetentionModule.of(service, retained)] : []),
        ...features,
      ],
      controllers: [...Object.values(people), ...Object.values(families), ...Object.values(partners), ...Object.values(roundTrips)],
      providers: [
        ...given.map(([provide, useValue]) => ({ provide, useValue })),
        AskLedger,
        KeepPersonKeys,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: ActionInterceptor },
        { provide: APP_FILTER, useValue: new ErrorMapping(db, logger) },
      ],
      exports: [CountyDb, Registry, RequestVerifier, StateDb, Clock, SecretProvider, Protection, ErasureLedger, CountyJobs, Questions, AskLedger, KeepPersonKeys, LinkTokens],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply((request: GatedRequest, response: never, next: () => void) => this.gate.use(request, response, next)).forRoutes('graphql');
  }
}

/** Who keeps the counties' keys: a Vault where there is one, which each service asks with a token of its own, else files. */
const keysOf = ({ vaultUrl, secrets }: PlatformConfig, service: string): KeyProvider =>
  vaultUrl ? new VaultKeys({ url: vaultUrl, token: () => secrets.read(`vault/${service}.token`) }) : new FileKeys(secrets);
