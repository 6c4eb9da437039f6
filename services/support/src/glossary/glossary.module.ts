import { Module } from '@nestjs/common';
import { ContentModule } from '../content/content.module.ts';
import { Glossary } from './glossary.query.ts';
import { GlossaryResolver } from './glossary.resolver.ts';

@Module({ imports: [ContentModule], providers: [Glossary, GlossaryResolver] })
export class GlossaryModule {}
