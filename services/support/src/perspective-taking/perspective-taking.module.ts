import { Module } from '@nestjs/common';
import { ContentModule } from '../content/content.module.ts';
import { FinishReflections } from './finish-reflections.use-case.ts';
import { PerspectiveTakingResolver } from './perspective-taking.resolver.ts';
import { Reflections } from './reflections.query.ts';
import { SaveReflection } from './save-reflection.use-case.ts';

@Module({ imports: [ContentModule], providers: [PerspectiveTakingResolver, Reflections, SaveReflection, FinishReflections] })
export class PerspectiveTakingModule {}
