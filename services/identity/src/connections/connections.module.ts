import { Module } from '@nestjs/common';
import { FamiliesModule } from '../families/families.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { Connections } from './connections.query.ts';
import { ConnectionsResolver } from './connections.resolver.ts';
import { OpenFamilyConnection } from './open-family-connection.use-case.ts';

@Module({ imports: [PeopleModule, FamiliesModule], providers: [Connections, ConnectionsResolver, OpenFamilyConnection], exports: [Connections] })
export class ConnectionsModule {}
