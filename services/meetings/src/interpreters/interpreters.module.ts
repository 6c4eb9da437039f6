import { Module } from '@nestjs/common';
import { InterpreterNeeds } from './interpreter-needs.query.ts';
import { InterpretersResolver } from './interpreters.resolver.ts';
import { WhenInterpreterNeeded } from './when-interpreter-needed.consumer.ts';

@Module({ controllers: [WhenInterpreterNeeded], providers: [InterpreterNeeds, InterpretersResolver] })
export class InterpretersModule {}
