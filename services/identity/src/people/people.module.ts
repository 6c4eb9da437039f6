import { Module } from '@nestjs/common';
import { AppointFirstSupervisor } from './appoint-first-supervisor.use-case.ts';
import { InvitePerson } from './invite-person.use-case.ts';
import { People } from './people.query.ts';
import { PeopleResolver } from './people.resolver.ts';
import { RealmAccounts } from './realm-accounts.ts';

@Module({ providers: [People, PeopleResolver, InvitePerson, AppointFirstSupervisor, RealmAccounts], exports: [People] })
export class PeopleModule {}
