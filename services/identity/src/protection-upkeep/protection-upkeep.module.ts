import { Module } from '@nestjs/common';
import { ErasuresModule } from '../erasures/erasures.module.ts';
import { KeepProtection } from './keep-protection.ts';
import { ProtectionUpkeepResolver } from './protection-upkeep.resolver.ts';

@Module({ imports: [ErasuresModule], providers: [KeepProtection, ProtectionUpkeepResolver] })
export class ProtectionUpkeepModule {}
