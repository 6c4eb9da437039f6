import { Module } from '@nestjs/common';
import { MyProtectiveFactors } from './my-protective-factors.query.ts';
import { ProtectiveFactorsResolver } from './protective-factors.resolver.ts';

@Module({ providers: [MyProtectiveFactors, ProtectiveFactorsResolver] })
export class ProtectiveFactorsModule {}
