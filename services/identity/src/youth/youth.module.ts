import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { GiveYouthFeedback } from './give-youth-feedback.use-case.ts';
import { InviteYouth } from './invite-youth.use-case.ts';
import { YouthCare } from './youth.query.ts';
import { YouthResolver } from './youth.resolver.ts';

@Module({ imports: [PeopleModule], providers: [YouthCare, YouthResolver, InviteYouth, GiveYouthFeedback] })
export class YouthModule {}
