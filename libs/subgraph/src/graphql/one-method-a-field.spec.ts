import { describe, expect, it } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Field, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { assertOneMethodAField } from './one-method-a-field.ts';

@ObjectType()
class Home {
  @Field(() => String)
  id!: string;
}

@Resolver(() => Home)
class Rooms {
  @ResolveField(() => String, { name: 'rooms' })
  ofHome(): string {
    return 'two';
  }
}

@Resolver(() => Home)
class Beds {
  @ResolveField(() => String, { name: 'beds' })
  ofHome(): string {
    return 'three';
  }
}

@Resolver(() => Home)
class MoreRooms {
  @ResolveField(() => String)
  rooms(): string {
    return 'four';
  }
}

const appOf = (...providers: (new () => object)[]): Promise<INestApplicationContext> => {
  @Module({ providers })
  class App {}
  return NestFactory.createApplicationContext(App, { logger: false });
};

describe('the field resolvers of one type', () => {
  it('start when each has a method and a field of its own', async () => {
    const app = await appOf(Rooms);
    expect(() => assertOneMethodAField(app)).not.toThrow();
  });

  it('do not start when two bear one method name, of which Nest would lose one, or answer one field', async () => {
    const sameMethod = await appOf(Rooms, Beds);
    expect(() => assertOneMethodAField(sameMethod)).toThrow('the method ofHome of Home: Rooms.ofHome and Beds.ofHome');
    const sameField = await appOf(Rooms, MoreRooms);
    expect(() => assertOneMethodAField(sameField)).toThrow('the field Home.rooms: Rooms.ofHome and MoreRooms.rooms');
  });
});
