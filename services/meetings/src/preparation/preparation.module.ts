import { Module } from '@nestjs/common';
import { Preparations } from './preparations.query.ts';
import { PreparationsResolver } from './preparations.resolver.ts';
import { RecordPreparation } from './record-preparation.use-case.ts';
import { Guides } from '../guide/guides.query.ts';
import { TalkChecklists } from './talk-checklists.query.ts';
import { WaivePreparation } from './waive-preparation.use-case.ts';

@Module({ providers: [Preparations, PreparationsResolver, RecordPreparation, WaivePreparation, TalkChecklists, Guides] })
export class PreparationModule {}
