import type { RequestSigner } from '@fc/auth';
import type { Logger } from '@fc/runtime';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { ApolloGatewayDriver, type ApolloGatewayDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { answerErrors } from './answer-errors.ts';
import type { Caller } from './caller.ts';
import type { CallerResponse } from './caller-gate.ts';
import { FileSupergraph } from './file-supergraph.ts';
import { limits, parseOptions } from './limits.ts';
import { spendPartnersCost } from './partner-cost.plugin.ts';
import { SignedDataSource } from './signed-data-source.ts';

export interface GatewayParts {
  readonly supergraphFile: string;
  readonly supergraphPollMs: number;
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly subgraphTimeoutMs: number;
  readonly signer: RequestSigner;
  readonly logger: Logger;
  /** Told of each service as the graph names it. */
  readonly onService: (service: string, source: SignedDataSource) => void;
}

/** The one graph. What depends on NODE_ENV by Apollo's default is said here, so that every environment answers alike. */
@Module({})
export class GatewayModule {
  static of({ supergraphFile, supergraphPollMs, subgraphUrls, subgraphTimeoutMs, signer, logger, onService }: GatewayParts): DynamicModule {
    return {
      module: GatewayModule,
      imports: [
        GraphQLModule.forRoot<ApolloGatewayDriverConfig>({
          driver: ApolloGatewayDriver,
          gateway: {
            supergraphSdl: new FileSupergraph({ file: supergraphFile, pollMs: supergraphPollMs, logger }),
            validateSupergraph: true,
            buildService: ({ name, url = '' }) => {
              const source = new SignedDataSource({ service: name, url: subgraphUrls[name] ?? url, signer, timeoutMs: subgraphTimeoutMs, logger });
              onService(name, source);
              return source;
            },
            __exposeQueryPlanExperimental: false,
            logger,
          },
          server: {
            path: '/graphql',
            context: ({ res }: { res: CallerResponse }): Caller => res.locals.caller,
            introspection: true, // for those who are signed in: nobody else comes this far
            graphiql: false,
            csrfPrevention: true,
            allowBatchedHttpRequests: false,
            persistedQueries: false,
            hideSchemaDetailsFromClientErrors: true,
            includeStacktraceInErrorResponses: false,
            autoTransformHttpErrors: false,
            parseOptions,
            validationRules: limits(),
            plugins: [spendPartnersCost, answerErrors(logger), ApolloServerPluginUsageReportingDisabled()],
            logger,
          },
        }),
      ],
    };
  }
}
