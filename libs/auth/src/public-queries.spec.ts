import { describe, expect, it } from '@jest/globals';
import { asksOnlyForPublic } from './public-queries.ts';

describe('a request without a token', () => {
  it.each([
    '{ glossary { terms { term } } }',
    'query ($search: String) { glossary(search: $search) { ...shown } } fragment shown on Glossary { terms { term } }',
    'query Words { one: glossary { wording } two: glossary(language: es) { wording } }',
  ])('may ask for what is public: %s', (query) => {
    expect(asksOnlyForPublic(query)).toBe(true);
  });

  it.each([
    ['anything else', '{ me { id } }'],
    ['anything else beside it', '{ glossary { wording } me { id } }'],
    ['something else under its name', '{ glossary: me { id } }'],
    ['a change', 'mutation { glossary }'],
    ['a stream', 'subscription { glossary { wording } }'],
    ['a second operation', 'query A { glossary { wording } } query B { me { id } }'],
    ['a second operation that is public too', 'query A { glossary { wording } } query B { glossary { wording } }'],
    ['a fragment at the root', '{ ...all } fragment all on Query { me { id } }'],
    ['a fragment without a name at the root', '{ ... on Query { me { id } } }'],
    ['the schema', '{ __schema { queryType { name } } }'],
    ['the name of the root', '{ glossary { wording } __typename }'],
    ['the schema of a service', '{ _service { sdl } }'],
    ['references', '{ _entities(representations: []) { __typename } }'],
    ['something that cannot be read', '{ glossary {'],
    ['nothing', ''],
    ['more than is read', `{ glossary { ${'wording '.repeat(300)} } }`],
    ['no text', { query: '{ glossary { wording } }' }],
    ['a list', ['{ glossary { wording } }']],
    ['no query at all', undefined],
  ])('may not ask for %s', (_, query) => {
    expect(asksOnlyForPublic(query)).toBe(false);
  });
});
