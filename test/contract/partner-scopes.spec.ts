import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partnersAlways, partnerScopes } from '@fc/auth';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isLeafType, isObjectType, type GraphQLField } from 'graphql';

const root = join(import.meta.dirname, '../..');

const schema = buildSchema(readFileSync(join(root, 'gateway/api.graphql'), 'utf8'));
const covered = [...partnersAlways, ...Object.values(partnerScopes).flat()].filter((coordinate) => coordinate !== 'Query._entities');

/** The field of that name in the public schema. */
function fieldAt(coordinate: string): GraphQLField<unknown, unknown> | undefined {
  const [typeName = '', field = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  return isObjectType(type) ? type.getFields()[field] : undefined;
}

describe('what a partner’s grant can cover', () => {
  it('is there in the public schema, field by field', () => {
    expect(covered.filter((coordinate) => !fieldAt(coordinate))).toEqual([]);
  });

  it('changes nothing, but that families can be asked for', () => {
    const changing = Object.entries({ ...partnerScopes, always: partnersAlways }).flatMap(([scope, fields]) => fields.filter((coordinate) => coordinate.startsWith('Mutation.')).map((coordinate) => [scope, coordinate]));
    expect(changing).toEqual([['INTAKE', 'Mutation.askToTakePart']]);
  });

  it('leads to nobody: not to a person, a child, a home or anything else of which it covers no field', () => {
    const types = new Set(covered.map((coordinate) => coordinate.split('.')[0]));
    for (const shut of ['Person', 'Child', 'CaregiverHousehold', 'Placement']) expect(types).not.toContain(shut);
    const leads = covered.filter((coordinate) => {
      const field = fieldAt(coordinate);
      return field && !isLeafType(getNamedType(field.type)) && !types.has(getNamedType(field.type).name);
    });
    expect(leads).toEqual([]);
  });

  it('names each field once', () => {
    expect(covered.filter((coordinate, at) => covered.indexOf(coordinate) !== at)).toEqual([]);
  });
});
