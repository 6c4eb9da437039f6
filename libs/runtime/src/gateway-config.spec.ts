import { describe, expect, it } from '@jest/globals';
import { disableVendorTelemetry, readGatewayConfig } from './index.ts';

describe('the gateway in the environment', () => {
  it('needs a supergraph and nothing else', () => {
    expect(readGatewayConfig({ FC_SUPERGRAPH_FILE: 'supergraph.graphql' })).toEqual({ supergraphFile: 'supergraph.graphql', subgraphUrls: {}, replicas: 1, graphiql: false });
    expect(() => readGatewayConfig({})).toThrow('FC_SUPERGRAPH_FILE');
  });

  it('says where services are, how many gateways there are, and whether GraphiQL is shown', () => {
    const env = { FC_SUPERGRAPH_FILE: 's', FC_SUBGRAPH_URLS: 'identity=http://127.0.0.1:4101/graphql?a=b, family-time=https://b.example/graphql', FC_GATEWAY_REPLICAS: '3', FC_GRAPHIQL: 'true' };
    expect(readGatewayConfig(env)).toEqual({
      supergraphFile: 's',
      subgraphUrls: { identity: 'http://127.0.0.1:4101/graphql?a=b', 'family-time': 'https://b.example/graphql' },
      replicas: 3,
      graphiql: true,
    });
    for (const wrong of ['0', '-1', 'many', '1.5']) expect(() => readGatewayConfig({ ...env, FC_GATEWAY_REPLICAS: wrong })).toThrow('FC_GATEWAY_REPLICAS');
  });

  it.each(['identity', 'identity=', 'identity=nowhere', '=http://127.0.0.1', 'identity=ftp://b.example'])('refuses the list of services %p', (list) => {
    expect(() => readGatewayConfig({ FC_SUPERGRAPH_FILE: 's', FC_SUBGRAPH_URLS: list })).toThrow('FC_SUBGRAPH_URLS');
  });
});

it('forbids Apollo to report to its maker', () => {
  disableVendorTelemetry();
  expect(process.env['APOLLO_TELEMETRY_DISABLED']).toBe('true');
});
