import { z } from 'zod';

/** What the gateway needs to know beside `PlatformConfig`. */
export interface GatewayConfig {
  /** The composed supergraph. */
  readonly supergraphFile: string;
  /** Where a service is, by its name, when it is not where the supergraph says. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  /** How many gateways share the load, this one among them. */
  readonly replicas: number;
  /** Whether the gateway shows GraphiQL. */
  readonly graphiql: boolean;
}

/** `identity=http://127.0.0.1:4101/graphql,matching=http://127.0.0.1:4102/graphql` */
const urls = z
  .string()
  .transform((list) => Object.fromEntries(list.split(',').filter(Boolean).map((entry) => entry.split(/=(.*)/s, 2).map((part) => part.trim()))))
  .pipe(z.record(z.string().min(1), z.url({ protocol: /^https?$/ })));

const environment = z.object({
  FC_SUPERGRAPH_FILE: z.string(),
  FC_SUBGRAPH_URLS: urls.default({}),
  FC_GATEWAY_REPLICAS: z.coerce.number().int().min(1).max(1_000).default(1),
  FC_GRAPHIQL: z.enum(['true', 'false']).default('false'),
});

/** Reads the gateway's part of the environment; throws one message that names every missing or wrong variable. */
export function readGatewayConfig(env: NodeJS.ProcessEnv = process.env): GatewayConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(`The environment is not complete:\n${z.prettifyError(parsed.error)}`);
  const { FC_SUPERGRAPH_FILE: supergraphFile, FC_SUBGRAPH_URLS: subgraphUrls, FC_GATEWAY_REPLICAS: replicas, FC_GRAPHIQL } = parsed.data;
  return { supergraphFile, subgraphUrls, replicas, graphiql: FC_GRAPHIQL === 'true' };
}

/** Apollo Gateway reports about its machine to its maker once an hour, and asks the network in which cloud it runs, unless the environment forbids it. */
export function disableVendorTelemetry(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
}
