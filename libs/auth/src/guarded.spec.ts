import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { newId } from '@fc/domain-kernel';
import { countySchema } from '@fc/tenancy/registry';
import { Field, ObjectType } from '@nestjs/graphql';
import { Guarded, GuardedField, guardedField, Principal, Role } from './index.ts';

const county = countySchema.parse({
  slug: 'king', name: 'King', kind: 'COUNTY', fips: '53033', timeZone: 'America/Los_Angeles', status: 'ACTIVE', issuer: 'https://id.example.org/realms/king',
  database: { host: 'localhost', port: 5432, name: 'county_king' }, settings: {},
});
const principal = (...roles: Role[]): Principal => new Principal({ county, person: newId(), subject: 's', class: 'staff', roles });
const caseworker = principal(Role.CASEWORKER);
const parent = principal(Role.PARENT);
const address = Guarded.of('12 Maple Street', (reader) => reader.has(Role.CASEWORKER));

describe('Guarded', () => {
  it('answers only whom its policy allows', () => {
    expect(address.reveal(caseworker)).toBe('12 Maple Street');
    expect(address.reveal(parent)).toBeNull();
  });

  it.each<[string, () => unknown]>([
    ['JSON', () => JSON.stringify({ address })],
    ['text', () => `${String(address)} ${address.toString()} ${address as unknown as string}`],
    ['inspection', () => inspect({ address }, { depth: 9, showHidden: true })],
    ['spreading', () => JSON.stringify({ ...address })],
    ['cloning', () => JSON.stringify(structuredClone({ ...address }))],
    ['its own properties', () => JSON.stringify(Reflect.ownKeys(address).map((key) => Reflect.get(address, key)))],
  ])('does not show its value in %s', (_, show) => {
    expect(String(show())).not.toContain('Maple');
  });
});

describe('guardedField', () => {
  const resolve = (value: unknown, reader?: unknown) => guardedField({ source: {}, args: {}, context: { principal: reader } }, async () => value);

  it('unwraps for the principal of the request', async () => {
    expect(await resolve(address, caseworker)).toBe('12 Maple Street');
    expect(await resolve(address, parent)).toBeNull();
  });

  it('answers null without a principal, or with something that only looks like one', async () => {
    expect(await resolve(address)).toBeNull();
    expect(await resolve(address, { ...caseworker, has: () => true })).toBeNull();
  });

  it('answers null, never undefined, for an empty value: Nest would answer with the wrapped one instead', async () => {
    expect(await resolve(Guarded.of(undefined, () => true), caseworker)).toBeNull();
  });

  it.each([['12 Maple Street'], [undefined], [{ reveal: () => '12 Maple Street' }]])('throws for a value that is not guarded', async (value) => {
    await expect(resolve(value, caseworker)).rejects.toThrow('is guarded, but its value is not');
  });
});

describe('GuardedField', () => {
  it('accepts a property of type Guarded', () => {
    @ObjectType()
    class Home {
      @Field() id!: string;
      @GuardedField(() => String, { description: 'Where the home is.' }) address!: Guarded<string>;
    }
    expect(Home).toBeDefined();
  });

  it('does not let a class be defined whose guarded property has another type', () => {
    const define = (): void => {
      class OpenHome {
        @GuardedField(() => String) address!: string;
      }
      void OpenHome;
    };
    expect(define).toThrow('OpenHome.address is a guarded field');
  });
});
