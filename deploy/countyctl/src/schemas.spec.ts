import { describe, expect, it } from '@jest/globals';
import { contractionsIn } from '@fc/tenancy';
import { schemas } from './schemas.ts';

describe('the schema steps of all services', () => {
  it('say so where the release before cannot go on with them', () => {
    const unsaid = schemas.flatMap(({ service, steps }) => steps.filter(({ contracts, statements }) => !contracts && contractionsIn(statements).length > 0).map(({ name }) => `${service} ${name}`));
    expect(unsaid).toEqual([]);
  });
});
