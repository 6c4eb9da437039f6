import { Module } from '@nestjs/common';
import { FamiliesModule } from '../families/families.module.ts';
import { Partnering } from './partnering.query.ts';
import { PartneringResolver } from './partnering.resolver.ts';
import { SayWillingness } from './say-willingness.use-case.ts';

@Module({ imports: [FamiliesModule], providers: [Partnering, PartneringResolver, SayWillingness] })
export class PartneringModule {}
