import { Module } from '@nestjs/common';
import { AnswerDiscriminationConcern } from './answer-discrimination-concern.use-case.ts';
import { DiscriminationConcerns } from './discrimination-concerns.query.ts';
import { DiscriminationConcernsResolver } from './discrimination-concerns.resolver.ts';
import { RaiseDiscriminationConcern } from './raise-discrimination-concern.use-case.ts';

@Module({ providers: [DiscriminationConcernsResolver, DiscriminationConcerns, RaiseDiscriminationConcern, AnswerDiscriminationConcern] })
export class DiscriminationConcernsModule {}
