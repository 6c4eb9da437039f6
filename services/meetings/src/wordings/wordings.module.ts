import { Module } from '@nestjs/common';
import { ReviewWording } from './review-wording.use-case.ts';
import { Wordings } from './wordings.query.ts';
import { HearingTaskWordingResolver, TransitionStepWordingResolver } from './wording-of-line.resolvers.ts';
import { WordingsResolver } from './wordings.resolver.ts';

@Module({ providers: [WordingsResolver, HearingTaskWordingResolver, TransitionStepWordingResolver, Wordings, ReviewWording] })
export class WordingsModule {}
