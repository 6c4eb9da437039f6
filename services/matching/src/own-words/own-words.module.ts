import { Global, Module } from '@nestjs/common';
import { OwnWords } from './own-words.ts';
import { OwnWordsResolver } from './own-words.resolver.ts';
import { SealPlainWords } from './seal-plain-words.ts';

/** For every feature: whoever looks for a mentor goes by what was said. */
@Global()
@Module({ providers: [OwnWords, SealPlainWords, OwnWordsResolver], exports: [OwnWords] })
export class OwnWordsModule {}
