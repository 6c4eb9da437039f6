import { Module } from '@nestjs/common';
import { ProgramResolver } from './program.resolver.ts';

@Module({ providers: [ProgramResolver] })
export class ProgramModule {}
