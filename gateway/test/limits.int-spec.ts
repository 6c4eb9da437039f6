import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { GatewayUnderTest } from './gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.open();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.identity.received.length = 0;
});

const nested = (depth: number): string => `{ me ${'{ friend '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 2)} }`;
const times = (count: number, part: (at: number) => string): string => Array.from({ length: count }, (_, at) => part(at)).join(' ');

describe('a query', () => {
  it.each([
    ['twelve levels deep', nested(12)],
    ['with thirty aliases', `{ ${times(30, (at) => `a${at}: __typename`)} }`],
    ['of whole pages in fragments', `{ people { ...p friend { ...p } } } fragment p on Person { id name mentor friend { id name mentor friend { id name } } }`],
    ['with twenty directives', `{ me { ${times(20, () => 'name @include(if: true)')} } }`],
    ['for the whole schema, as tools ask for it', getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true })],
  ])('is answered %s', async (_, query) => {
    expect(await gateway.ask(query)).toMatchObject({ status: 200, data: expect.anything() });
  });

  it.each([
    ['thirteen levels deep', nested(13)],
    ['thirteen levels deep by way of fragments', `{ me { friend { ...a } } } ${times(10, (at) => `fragment ${String.fromCharCode(97 + at)} on Person { friend { ...${String.fromCharCode(98 + at)} } }`)} fragment k on Person { id }`],
    ['with 31 aliases', `{ ${times(31, (at) => `a${at}: me { id }`)} }`],
    ['with 31 aliases of __typename', `{ ${times(31, (at) => `a${at}: __typename`)} }`],
    ['with 21 directives', `{ me { ${times(21, () => 'name @include(if: true)')} } }`],
    ['that costs too much', `{ me ${'{ friend '.repeat(9)}{ ${times(100, () => 'id name')} }${' }'.repeat(9)} }`],
    ['of 2,001 tokens', `{ ${times(1_999, () => '__typename')} }`],
  ])('is refused %s, and told no limit', async (_, query) => {
    const { status, errors } = await gateway.ask(query);
    expect(status).toBe(400);
    expect(errors?.[0]).toMatchObject({ message: 'This query asks for more than is answered at once.', extensions: { code: 'QUERY_TOO_LARGE' } });
    expect(JSON.stringify(errors)).not.toMatch(/\d{2,}[^}]*(tokens|limit)/);
    expect(gateway.identity.received).toHaveLength(0);
  });
});

describe('a request', () => {
  it('is refused as a batch', async () => {
    const { status, errors } = await gateway.post(JSON.stringify([{ query: '{ me { id } }' }, { query: '{ me { id } }' }]));
    expect({ status, errors }).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect(gateway.identity.received).toHaveLength(0);
  });

  it('is read up to 256 kB, and refused above', async () => {
    const ofLength = (length: number): string => JSON.stringify({ query: '{ me { id } }', operationName: null, filler: '' }).replace('""', `"${'x'.repeat(length - 58)}"`);
    expect((await gateway.post(ofLength(256 * 1024 - 100))).status).toBe(200);
    const { status, errors } = await gateway.post(ofLength(256 * 1024 + 100));
    expect({ status, errors }).toMatchObject({ status: 413, errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] });
  });

  it('is refused when its body is no JSON', async () => {
    const { status, errors } = await gateway.post('{"query": "{ me');
    expect({ status, errors }).toEqual({ status: 400, errors: [{ message: 'The body of this request is not JSON that can be read.', extensions: { code: 'BAD_REQUEST' } }] });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('is refused as %s, which another site can send', async (type) => {
    expect(await gateway.post('{"query":"{ me { id } }"}', { 'content-type': type })).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect(gateway.identity.received).toHaveLength(0);
  });
});
