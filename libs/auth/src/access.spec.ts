import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@fc/domain-kernel';
import { countySchema } from '@fc/tenancy/registry';
import { ApolloFederationDriver, type ApolloFederationDriverConfig } from '@nestjs/apollo';
import { Module, type INestApplication, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Directive, Field, GraphQLModule, GraphQLSchemaHost, ID, Mutation, ObjectType, Query, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { Test } from '@nestjs/testing';
import { graphql } from 'graphql';
import { AccessGuard, accessRuleOf, Allow, AllowPublic, AllowSignedIn, assertEveryFieldHasARule, Guarded, GuardedField, Partner, Principal, Role } from './index.ts';

const county = countySchema.parse({
  slug: 'king', name: 'King', kind: 'COUNTY', fips: '53033', timeZone: 'America/Los_Angeles', status: 'ACTIVE', issuer: 'https://id.example.org/realms/king',
  database: { host: 'localhost', port: 5432, name: 'county_king' }, settings: { roleLabels: { CASEWORKER: 'social worker' } },
});
const principal = (...roles: Role[]): Principal => new Principal({ county, person: newId(), subject: 's', class: 'staff', roles });
const coordinator = principal(Role.COORDINATOR);
const parent = principal(Role.PARENT);

@ObjectType()
@Directive('@key(fields: "id")')
class Home {
  @Field(() => ID) id!: string;
  @GuardedField(() => String) address!: Guarded<string>;
  @GuardedField(() => [String]) neighbours!: Guarded<string[]>;
}

const home = (id: string): Home => ({
  id,
  address: Guarded.of('12 Maple Street', (reader) => reader.has(Role.COORDINATOR)),
  neighbours: Guarded.of(['Robin'], (reader) => reader.has(Role.PARENT)),
});

@Resolver(() => Home)
class Homes {
  @Query(() => Home) @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR) coordinated(): Home { return home('1'); }
  @Query(() => Home) @Allow(Role.CASEWORKER) worked(): Home { return home('1'); }
  @Query(() => Home) @AllowSignedIn() home(): Home { return home('1'); }
  @Query(() => String) @AllowPublic() glossary(): string { return 'words'; }
  @Query(() => String) forgotten(): string { return 'secret'; }
  @Mutation(() => String) @Allow(Role.COORDINATOR) close(): string { return 'closed'; }
  @ResolveField(() => String) @Allow(Role.COORDINATOR) note(): string { return 'a note'; }
  @ResolveField(() => String) forgottenNote(): string { return 'secret'; }
  @ResolveReference() @Allow(Role.COORDINATOR) byReference(reference: { id: string }): Home { return home(reference.id); }
}

@Resolver()
class Glossary {
  @Query(() => String) @AllowPublic() term(): string { return 'a word'; }
}

async function start(resolvers: Type[], enhancers: ApolloFederationDriverConfig['fieldResolverEnhancers'] = ['guards']): Promise<INestApplication> {
  @Module({
    imports: [GraphQLModule.forRoot<ApolloFederationDriverConfig>({ driver: ApolloFederationDriver, autoSchemaFile: { federation: 2 }, fieldResolverEnhancers: enhancers, plugins: [ApolloServerPluginInlineTraceDisabled()] })],
    providers: [{ provide: APP_GUARD, useClass: AccessGuard }, ...resolvers],
  })
  class App {}
  const app = (await Test.createTestingModule({ imports: [App] }).compile()).createNestApplication({ logger: false });
  return app.init();
}

let app: INestApplication;
beforeAll(async () => { app = await start([Homes]); });
afterAll(() => app.close());

const ask = async (source: string, reader?: unknown, variableValues = {}) => {
  const answer = await graphql({ schema: app.get(GraphQLSchemaHost).schema, source, contextValue: { principal: reader }, variableValues });
  return { data: answer.data && (JSON.parse(JSON.stringify(answer.data)) as Record<string, unknown>), refused: answer.errors?.map(({ originalError, message }) => [(originalError as { code?: string } | undefined)?.code, message]) };
};
const entities = 'query ($homes: [_Any!]!) { _entities(representations: $homes) { ... on Home { id address } } }';
const homes = { homes: [{ __typename: 'Home', id: '7' }] };

describe('AccessGuard', () => {
  it('lets in whoever holds one of the roles, and names them in plain words to others', async () => {
    expect(await ask('{ coordinated { id } }', coordinator)).toEqual({ data: { coordinated: { id: '1' } } });
    expect((await ask('{ coordinated { id } }', parent)).refused).toEqual([['FORBIDDEN', 'This is for a coordinator or a program supervisor.']]);
  });

  it("names a role as the reader's county calls it", async () => {
    expect((await ask('{ worked { id } }', parent)).refused).toEqual([['FORBIDDEN', 'This is for a social worker.']]);
  });

  it('asks to sign in where a person is needed', async () => {
    for (const reader of [undefined, null, { has: () => true, county }]) {
      expect((await ask('{ home { id } }', reader)).refused).toEqual([['UNAUTHENTICATED', 'Please sign in.']]);
      expect((await ask('{ coordinated { id } }', reader)).refused).toEqual([['UNAUTHENTICATED', 'Please sign in.']]);
    }
    expect((await ask('{ home { id } }', parent)).refused).toBeUndefined();
  });

  it('lets a partner’s program have what its grant covers, whatever roles a field is for, and nothing else', async () => {
    const partner = new Partner({ county, id: newId(), clientId: 'partner-amara', scopes: ['CONNECTIONS'] });
    expect(partner.mayAsk('FamilyConnection', 'status')).toBe(true);
    expect(partner.mayAsk('FamilyConnection', 'outcomes')).toBe(false);
    expect((await ask('{ home { id } }', partner)).refused).toEqual([['FORBIDDEN', 'Your organisation’s grant does not cover this.']]);
    expect((await ask('{ coordinated { id } }', partner)).refused).toEqual([['FORBIDDEN', 'Your organisation’s grant does not cover this.']]);
    expect((await ask('{ glossary }', partner)).refused).toBeUndefined();
  });

  it('lets everybody read what is public', async () => {
    expect(await ask('{ glossary }')).toEqual({ data: { glossary: 'words' } });
  });

  it('refuses what nobody gave a rule, to everybody', async () => {
    expect((await ask('{ forgotten }', coordinator)).refused).toEqual([['FORBIDDEN', 'Your role does not allow this.']]);
    expect((await ask('{ home { forgottenNote } }', coordinator)).refused).toEqual([['FORBIDDEN', 'Your role does not allow this.']]);
  });

  it('runs on mutations, field resolvers and reference resolvers', async () => {
    expect((await ask('mutation { close }', coordinator)).data).toEqual({ close: 'closed' });
    expect((await ask('mutation { close }', parent)).refused).toEqual([['FORBIDDEN', 'This is for a coordinator.']]);
    expect((await ask('{ home { note } }', coordinator)).data).toEqual({ home: { note: 'a note' } });
    expect((await ask('{ home { note } }', parent)).refused).toEqual([['FORBIDDEN', 'This is for a coordinator.']]);
    expect((await ask(entities, coordinator, homes)).data).toEqual({ _entities: [{ id: '7', address: '12 Maple Street' }] });
    expect((await ask(entities, parent, homes)).refused).toEqual([['FORBIDDEN', 'This is for a coordinator.']]);
    expect((await ask(entities, undefined, homes)).refused).toEqual([['UNAUTHENTICATED', 'Please sign in.']]);
  });
});

describe('a guarded field in a federated schema', () => {
  it('answers each reader with what the policy allows', async () => {
    expect((await ask('{ home { id address neighbours } }', coordinator)).data).toEqual({ home: { id: '1', address: '12 Maple Street', neighbours: null } });
    expect((await ask('{ home { id address neighbours } }', parent)).data).toEqual({ home: { id: '1', address: null, neighbours: ['Robin'] } });
  });
});

describe('an access rule', () => {
  it('can be read from the method', () => {
    expect(accessRuleOf(Homes.prototype.close)).toEqual({ kind: 'roles', roles: ['COORDINATOR'] });
    expect(accessRuleOf(Homes.prototype.forgotten)).toBeUndefined();
  });

  it('stands alone: a method with two is a mistake', () => {
    expect(() => {
      class Twice {
        @AllowPublic() @Allow(Role.COORDINATOR) read(): void {}
      }
      void Twice;
    }).toThrow('Twice.read needs exactly one access rule');
  });
});

describe('assertEveryFieldHasARule', () => {
  it('names the fields without a rule, and no others', () => {
    expect(() => assertEveryFieldHasARule(app)).toThrow(/: Homes\.forgotten, Homes\.forgottenNote\.$/);
  });

  it('finds a reference resolver without a rule, and one that a class inherited', async () => {
    class Base {
      @ResolveReference() find(): Home { return home('1'); }
    }
    @Resolver(() => Home)
    class Open extends Base {
      @Query(() => Home) @AllowPublic() first(): Home { return home('1'); }
    }
    const open = await start([Open]);
    expect(() => assertEveryFieldHasARule(open)).toThrow(/: Open\.find\.$/);
    await open.close();
  });

  it('is content when each has one', async () => {
    const good = await start([Glossary]);
    expect(() => assertEveryFieldHasARule(good)).not.toThrow();
    await good.close();
  });

  it('does not let a service start whose guards would not run on fields', async () => {
    const open = await start([Glossary], []);
    expect(() => assertEveryFieldHasARule(open)).toThrow("fieldResolverEnhancers: ['guards']");
    await open.close();
  });
});
