import { Module } from '@nestjs/common';
import { WhenKinKnown } from './when-kin-known.consumer.ts';

@Module({ controllers: [WhenKinKnown] })
export class KinModule {}
