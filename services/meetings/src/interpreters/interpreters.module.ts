import { Module } from '@nestjs/common';
import { InterpreterNeeds } from './interpreter-needs.query.ts';
import { InterpretersResolver } from './interpreters.resolver.ts';
import { WhenPersonProfileChanged } from './when-person-profile-changed.consumer.ts';

@Module({ controllers: [WhenPersonProfileChanged], providers: [InterpreterNeeds, InterpretersResolver] })
export class InterpretersModule {}
