import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { CarryOutErasure } from './carry-out-erasure.use-case.ts';
import { DecideErasure } from './decide-erasure.use-case.ts';
import { Erasures } from './erasures.query.ts';
import { ErasuresResolver } from './erasures.resolver.ts';
import { RepeatErasures } from './repeat-erasures.ts';
import { RequestRelativeErasure } from './request-relative-erasure.use-case.ts';
import { RequestErasure } from './request-erasure.use-case.ts';
import { WhenPersonErased } from './when-person-erased.consumer.ts';
import { WhenWordsErased } from './when-words-erased.consumer.ts';

@Module({ imports: [PeopleModule], controllers: [WhenPersonErased, WhenWordsErased], providers: [Erasures, ErasuresResolver, RequestErasure, RequestRelativeErasure, DecideErasure, CarryOutErasure, RepeatErasures], exports: [RepeatErasures] })
export class ErasuresModule {}
