import { Module } from '@nestjs/common';
import { Preparations } from './preparations.query.ts';
import { PreparationsResolver } from './preparations.resolver.ts';
import { RecordPreparation } from './record-preparation.use-case.ts';
import { WaivePreparation } from './waive-preparation.use-case.ts';

@Module({ providers: [Preparations, PreparationsResolver, RecordPreparation, WaivePreparation] })
export class PreparationModule {}
