import { createLogger, type PlatformConfig } from '@fc/runtime';
import type { Registry } from '@fc/tenancy/registry';
import { printSubgraphSchema } from '@apollo/subgraph';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { assertOneMethodAField } from '../graphql/one-method-a-field.ts';
import { keepToOwnTypes } from '../graphql/own-types.ts';
import type { Subgraph } from '../subgraph.ts';
import { PlatformModule } from './platform.module.ts';

/** The service's part of the graph as SDL; needs no database, no broker and no county. */
export async function printSchema(subgraph: Subgraph): Promise<string> {
  const config: PlatformConfig = {
    host: '',
    port: 0,
    registryFile: '',
    lastGoodRegistryFile: '',
    registryPublicKey: '',
    natsUrl: '',
    audience: '',
    secrets: { read: () => '' },
    trustedSigners: {},
    logLevel: 'silent',
  };
  const nobody = { counties: () => [], onChange: () => () => undefined } as unknown as Registry; // asked for nothing while a schema is printed
  const app = await NestFactory.create(PlatformModule.of(subgraph, { config, registry: nobody, logger: createLogger('schema', 'silent') }), { logger: ['error'], abortOnError: false });
  keepToOwnTypes(app);
  assertOneMethodAField(app);
  await app.init();
  try {
    return printSubgraphSchema(app.get(GraphQLSchemaHost).schema);
  } finally {
    await app.close();
  }
}
