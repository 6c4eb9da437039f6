import { Module } from '@nestjs/common';
import { ContentStates } from './content-states.query.ts';
import { ContentResolver } from './content.resolver.ts';
import { ReviewContent } from './review-content.use-case.ts';

@Module({ providers: [ContentStates, ContentResolver, ReviewContent], exports: [ContentStates] })
export class ContentModule {}
