import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { ContactDetailsResolver } from './contact-details.resolver.ts';
import { SetContactDetails } from './set-contact-details.use-case.ts';

@Module({ imports: [PeopleModule], providers: [ContactDetailsResolver, SetContactDetails] })
export class ContactDetailsModule {}
