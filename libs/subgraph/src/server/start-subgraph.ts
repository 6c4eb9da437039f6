import { assertEveryFieldHasARule } from '@fc/auth';
import { Broker, JetStreamStrategy, OutboxRelay, Questions } from '@fc/messaging';
import { createLogger, NestLogger, type PlatformConfig, keepAliveMs } from '@fc/runtime';
import { AuditSealer, CountyJobs, CountyOrms, StateDb } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { assertOneMethodAField } from '../graphql/one-method-a-field.ts';
import { keepToOwnTypes } from '../graphql/own-types.ts';
import type { Subgraph } from '../subgraph.ts';
import { PlatformModule } from './platform.module.ts';

export interface RunningSubgraph {
  readonly service: string;
  /** `http://127.0.0.1:4101/graphql` */
  readonly url: string;
  /** Finishes what is in hand, then lets go of everything. */
  close(): Promise<void>;
}

/** Starts one service: its part of the graph, its consumers and its relay. */
export async function startSubgraph(subgraph: Subgraph, config: PlatformConfig): Promise<RunningSubgraph> {
  const { service } = subgraph.schema;
  const logger = createLogger(service, config.logLevel, config.logTo);
  const registry = await Registry.open({
    file: config.registryFile,
    lastGoodFile: config.lastGoodRegistryFile,
    publicKey: config.registryPublicKey,
    onRefused: (reason) => logger.warn({ reason }, 'the registry was not taken up'),
  });
  const app = await NestFactory.create<NestExpressApplication>(PlatformModule.of(subgraph, { config, registry, logger }), {
    logger: new NestLogger(logger),
    rawBody: true,
    abortOnError: false,
  });
  keepToOwnTypes(app);
  app.useBodyParser('json', { limit: '1mb' });
  const strategy = app.get(JetStreamStrategy);
  const relay = app.get(OutboxRelay);
  app.connectMicroservice({ strategy });
  addHealth(app, () => app.get(Broker).connection());
  assertEveryFieldHasARule(app);
  assertOneMethodAField(app);
  await app.startAllMicroservices();
  await app.listen(config.port, config.host);
  app.getHttpServer().keepAliveTimeout = keepAliveMs;
  relay.start();
  void app.get(Questions).start();
  app.get(AuditSealer).start();
  app.get(CountyJobs).start();
  logger.info({ url: await app.getUrl() }, 'ready');
  return {
    service,
    url: `${await app.getUrl()}/graphql`,
    close: async () => {
      await app.close(); // stops taking requests and events, and waits for those in hand
      await app.get(Questions).stop();
      await app.get(CountyJobs).stop();
      await app.get(AuditSealer).stop();
      await relay.stop();
      await app.get(CountyOrms).close();
      await app.get(StateDb).close();
      await app.get(Broker).close();
      await registry.close();
    },
  };
}

/** `/health/live`: the process runs. `/health/ready`: it can reach the broker; counties answer for themselves. */
function addHealth(app: NestExpressApplication, connected: () => Promise<unknown>): void {
  app.use('/health/live', (_request: Request, response: Response) => response.json({ status: 'live' }));
  app.use('/health/ready', async (_request: Request, response: Response) => {
    const ready = await Promise.race([connected().then(() => true), new Promise<false>((resolve) => setTimeout(() => resolve(false), 1_000))]);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'waiting for NATS' });
  });
}
