import { Module } from '@nestjs/common';
import { EncouragePartnering } from './encourage-partnering.use-case.ts';
import { Encouragements } from './encouragements.query.ts';
import { EncouragementsResolver } from './encouragements.resolver.ts';

@Module({ providers: [Encouragements, EncouragementsResolver, EncouragePartnering] })
export class EncouragementModule {}
