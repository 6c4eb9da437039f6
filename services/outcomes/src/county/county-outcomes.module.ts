import { Module } from '@nestjs/common';
import { CountyOutcomes } from './county-outcomes.query.ts';
import { CountyOutcomesResolver } from './county-outcomes.resolver.ts';

@Module({ providers: [CountyOutcomes, CountyOutcomesResolver] })
export class CountyOutcomesModule {}
