import { Module } from '@nestjs/common';
import { ContactBook } from '../contact-details/contact-book.query.ts';
import { AccessResolver } from './access.resolver.ts';
import { AppointFirstSupervisor } from './appoint-first-supervisor.use-case.ts';
import { ChangeAccess } from './change-access.use-case.ts';
import { GrantRole } from './grant-role.use-case.ts';
import { InvitePerson } from './invite-person.use-case.ts';
import { OpenAccount } from './open-account.use-case.ts';
import { People } from './people.query.ts';
import { PeopleResolver } from './people.resolver.ts';
import { InvitationsResolver } from './invitations.resolver.ts';
import { Invitations } from './invitations.ts';
import { RealmAccounts } from './realm-accounts.ts';
import { RoleLabelsResolver } from './role-labels.resolver.ts';
import { RevokeRole } from './revoke-role.use-case.ts';
import { WhenAccessChanged } from './when-access-changed.consumer.ts';
import { WhenAccountLinked } from './when-account-linked.consumer.ts';

@Module({
  controllers: [WhenAccessChanged, WhenAccountLinked],
  providers: [People, ContactBook, PeopleResolver, AccessResolver, RoleLabelsResolver, InvitePerson, OpenAccount, AppointFirstSupervisor, GrantRole, RevokeRole, ChangeAccess, RealmAccounts, Invitations, InvitationsResolver],
  exports: [People, ContactBook, RealmAccounts],
})
export class PeopleModule {}
