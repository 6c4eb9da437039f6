import { RequestSigner, TokenVerifier } from '@fc/auth';
import { createLogger, disableVendorTelemetry, keepAliveMs, NestLogger, type PlatformConfig } from '@fc/runtime';
import { Registry } from '@fc/tenancy/registry';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { CallerGate, type CallerResponse } from './caller-gate.ts';
import { GatewayModule } from './gateway.module.ts';
import { graphiqlPage } from './graphiql-page.ts';
import { bodyLimit } from './limits.ts';
import { LinkDoor } from './links/link-door.ts';
import { linkServices } from './links/link-services.ts';
import { PartnerGate } from './partner-gate.ts';
import type { SignedDataSource } from './signed-data-source.ts';
import { refuseUnreadableBody } from './unreadable-body.ts';

export interface GatewayOptions {
  readonly config: PlatformConfig;
  /** The composed supergraph; followed while the gateway runs. */
  readonly supergraphFile: string;
  /** Where a service is, by its name, when it is not where the supergraph says. */
  readonly subgraphUrls?: Readonly<Record<string, string>>;
  /** The private key that services know as `gateway`: Ed25519, PKCS #8 in PEM. */
  readonly signingKeyPem: string;
  /** How many gateways answer for this platform, this one among them: they share what a program may ask in a minute. One, when left out. */
  readonly replicas?: number;
  /** Whether `GET /` serves GraphiQL. */
  readonly graphiql?: boolean;
  /** How long one service may take for one answer, in milliseconds. */
  readonly subgraphTimeoutMs?: number;
  /** How often the supergraph file is looked at, in milliseconds. */
  readonly supergraphPollMs?: number;
}

export interface RunningGateway {
  /** `http://127.0.0.1:4000/graphql` */
  readonly url: string;
  /** Finishes the requests in hand, then lets go of everything. */
  close(): Promise<void>;
}

/** Starts the gateway. Throws when there is no usable registry or supergraph to begin with. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  disableVendorTelemetry();
  const { config, supergraphFile, subgraphUrls = {}, replicas = 1, subgraphTimeoutMs = 3_000, supergraphPollMs = 1_000 } = options;
  const logger = createLogger('gateway', config.logLevel, config.logTo);
  const signer = new RequestSigner({ issuer: 'gateway', privateKeyPem: options.signingKeyPem });
  const registry = await Registry.open({
    file: config.registryFile,
    lastGoodFile: config.lastGoodRegistryFile,
    publicKey: config.registryPublicKey,
    onRefused: (reason) => logger.warn({ reason }, 'the registry was not taken up'),
  });
  try {
    const services = new Map<string, SignedDataSource>();
    const partners = new PartnerGate(async (query, caller) => services.get('identity')?.ask({ query }, caller) ?? {}, replicas);
    const parts = { supergraphFile, supergraphPollMs, subgraphUrls, subgraphTimeoutMs, signer, logger, onService: (name: string, source: SignedDataSource) => void services.set(name, source) };
    const app = await NestFactory.create<NestExpressApplication>(GatewayModule.of(parts), { logger: new NestLogger(logger), bodyParser: false, abortOnError: false });
    app.disable('x-powered-by').disable('etag'); // answers are never kept, so nobody compares them
    const health = addHealth(app);
    if (options.graphiql) app.getHttpAdapter().getInstance().get('/', await graphiqlPage());
    const links = new LinkDoor(linkServices((service) => services.get(service)), logger);
    app.use('/l', (request: Request, response: Response) => links.use(request, response));
    const gate = new CallerGate(new TokenVerifier(registry, { audience: config.audience }), { partners, replicas }, logger);
    app.use('/graphql', (request: Request, response: CallerResponse, next: NextFunction) => gate.use(request, response, next));
    app.useBodyParser('json', { limit: bodyLimit });
    app.use(refuseUnreadableBody);
    await app.listen(config.port, config.host);
    app.getHttpServer().keepAliveTimeout = keepAliveMs;
    health.ready = true;
    const url = `${await app.getUrl()}/graphql`;
    logger.info({ url }, 'ready');
    return {
      url,
      close: async () => {
        health.ready = false;
        await app.close(); // takes no new requests, and waits for those in hand
        await registry.close();
      },
    };
  } catch (error) {
    await registry.close();
    throw error;
  }
}

/** `/health/live`: the process runs. `/health/ready`: it takes requests; services answer for themselves. */
function addHealth(app: NestExpressApplication): { ready: boolean } {
  const health = { ready: false };
  app.use('/health/live', (_request: Request, response: Response) => response.json({ status: 'live' }));
  app.use('/health/ready', (_request: Request, response: Response) => response.status(health.ready ? 200 : 503).json({ status: health.ready ? 'ready' : 'not ready' }));
  return health;
}
