import { Module } from '@nestjs/common';
import { ConnectionSteps } from './connection-steps.query.ts';
import { ConnectionStepsResolver } from './connection-steps.resolver.ts';

@Module({ providers: [ConnectionSteps, ConnectionStepsResolver] })
export class ProgressModule {}
