import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.ts';
import { WhenKinKnown } from './when-kin-known.consumer.ts';

@Module({ imports: [RunsModule], controllers: [WhenKinKnown] })
export class KinModule {}
