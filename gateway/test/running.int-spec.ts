import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startGateway } from '../src/index.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';

let gateway: GatewayUnderTest;
afterEach(() => gateway.close());

const until = async (condition: () => Promise<boolean>): Promise<void> => {
  for (let waited = 0; !(await condition()); waited += 10) {
    if (waited > 3_000) throw new Error('It did not come true within 3 s.');
    await sleep(10);
  }
};

describe('the supergraph file', () => {
  it('is swapped in while requests go on', async () => {
    gateway = await GatewayUnderTest.open();
    expect((await gateway.ask('{ openProposals }')).status).toBe(200);
    await gateway.publishSupergraph(gateway.supergraph({ matching: gateway.matching.sdl.replace('openProposals', 'closedProposals') }));
    const seen = new Set<number>();
    await until(async () => {
      seen.add((await gateway.ask('{ me { id mentor } }')).status);
      return (await gateway.ask('{ openProposals }')).status === 400;
    });
    expect([...seen]).toEqual([200]);
  });

  it.each<[string, () => Promise<void>]>([
    ['no GraphQL', () => gateway.publishSupergraph('type Query {')],
    ['empty', () => gateway.publishSupergraph('')],
    ['half of what it was', () => gateway.publishSupergraph(gateway.supergraph().slice(0, 900))],
    ['a schema that is no supergraph', () => gateway.publishSupergraph('type Query { me: String }')],
    ['without the types that it names', () => gateway.publishSupergraph(gateway.supergraph().replace(/type Person[^}]*\}/, ''))],
    ['gone', () => gateway.removeSupergraph()],
  ])('takes nothing down when it is %s, and is taken up once it is good again', async (_, damage) => {
    gateway = await GatewayUnderTest.open();
    await damage();
    await sleep(60);
    expect(await gateway.ask('{ me { name mentor } openProposals }')).toMatchObject({ data: { me: { name: 'Robin', mentor: 'Kim' }, openProposals: 3 } });
    await gateway.publishSupergraph(gateway.supergraph({ matching: gateway.matching.sdl.replace('openProposals', 'closedProposals') }));
    await until(async () => (await gateway.ask('{ openProposals }')).status === 400);
  });

  it('names services, whose places may be given otherwise', async () => {
    gateway = await GatewayUnderTest.open({ subgraphUrls: { matching: 'http://127.0.0.1:9/graphql' } });
    const { data, errors } = await gateway.ask('{ me { name } openProposals }');
    expect(data).toEqual({ me: { name: 'Robin' }, openProposals: null });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'matching' } }]);
  });
});

describe('the pages of the gateway', () => {
  const get = (path: string): Promise<Response> => fetch(new URL(path, gateway.url));

  it('show GraphiQL only where it is turned on', async () => {
    gateway = await GatewayUnderTest.open();
    expect((await get('/')).status).toBe(404);
  });

  it('have a GraphiQL that fetches nothing from elsewhere', async () => {
    gateway = await GatewayUnderTest.open({ graphiql: true });
    const page = await get('/');
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toMatch(/^<!doctype html>/i);
    const policy = page.headers.get('content-security-policy')!.split('; ');
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'"]));
    expect(policy.join()).not.toMatch(/https?:|\*/);
    const outsideOfScripts = html.replace(/<script>[\s\S]*<\/script>/, '').replace(/<style>[\s\S]*<\/style>/, (style) => style.match(/url\((?!["']?(data:|#))[^)]*\)|@import[^;]*/g)?.join() ?? '');
    expect(outsideOfScripts).not.toMatch(/(src|href)="?(https?:)?\/\//);
    expect(html).not.toMatch(/(import|importScripts)\(\s*["'`](https?:)?\/\/|unpkg\.com|jsdelivr|cdnjs|googleapis/);
    expect(html).toContain('"endpoint":"/graphql"');
  });

  it('tell that the process lives and is ready, without a token', async () => {
    gateway = await GatewayUnderTest.open();
    expect(await (await get('/health/live')).json()).toEqual({ status: 'live' });
    expect(await (await get('/health/ready')).json()).toEqual({ status: 'ready' });
  });
});

describe('the start', () => {
  it('fails with a reason when there is no supergraph', async () => {
    gateway = await GatewayUnderTest.open();
    await expect(startGateway({ ...gateway.options, supergraphFile: '/nowhere/supergraph.graphql' })).rejects.toThrow('ENOENT');
  });
});
