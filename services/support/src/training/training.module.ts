import { Module } from '@nestjs/common';
import { RecordTrainingCompletion } from './record-training-completion.use-case.ts';
import { Trainings } from './trainings.query.ts';
import { TrainingsResolver } from './trainings.resolver.ts';

@Module({ providers: [Trainings, TrainingsResolver, RecordTrainingCompletion] })
export class TrainingModule {}
