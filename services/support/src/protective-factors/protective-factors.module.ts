import { Module } from '@nestjs/common';
import { ProtectiveFactorsResolver } from './protective-factors.resolver.ts';

@Module({ providers: [ProtectiveFactorsResolver] })
export class ProtectiveFactorsModule {}
