import { Module } from '@nestjs/common';
import { InterpreterNeeds } from './interpreter-needs.query.ts';
import { InterpretersResolver } from './interpreters.resolver.ts';

@Module({ providers: [InterpreterNeeds, InterpretersResolver] })
export class InterpretersModule {}
