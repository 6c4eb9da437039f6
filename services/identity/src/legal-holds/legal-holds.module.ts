import { Module } from '@nestjs/common';
import { LegalHolds } from './legal-holds.query.ts';
import { LegalHoldsResolver } from './legal-holds.resolver.ts';
import { LiftLegalHold } from './lift-legal-hold.use-case.ts';
import { PlaceLegalHold } from './place-legal-hold.use-case.ts';

@Module({ providers: [LegalHolds, LegalHoldsResolver, PlaceLegalHold, LiftLegalHold] })
export class LegalHoldsModule {}
