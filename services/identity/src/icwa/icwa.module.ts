import { Module } from '@nestjs/common';
import { Icwa } from './icwa.query.ts';
import { IcwaPlacementsResolver, IcwaResolver } from './icwa.resolver.ts';
import { RecordIcwa } from './record-icwa.use-case.ts';
import { RegisterTribe } from './register-tribe.use-case.ts';

@Module({ providers: [Icwa, IcwaResolver, IcwaPlacementsResolver, RegisterTribe, RecordIcwa] })
export class IcwaModule {}
