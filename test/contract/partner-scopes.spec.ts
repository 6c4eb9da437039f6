import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partnersAlways, partnerScopes } from '@fc/auth';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';

const root = join(import.meta.dirname, '../..');

describe('what a partner’s grant can cover', () => {
  it('is there in the public schema, field by field, and holds no mutation', () => {
    const schema = buildSchema(readFileSync(join(root, 'gateway/api.graphql'), 'utf8'));
    const isThere = (coordinate: string): boolean => {
      const [typeName = '', field = ''] = coordinate.split('.');
      const type = schema.getType(typeName);
      return isObjectType(type) && field in type.getFields();
    };
    const fields = [...partnersAlways, ...Object.values(partnerScopes).flat()].filter((coordinate) => coordinate !== 'Query._entities');
    expect(fields.filter((coordinate) => !isThere(coordinate) || coordinate.startsWith('Mutation.'))).toEqual([]);
  });
});
