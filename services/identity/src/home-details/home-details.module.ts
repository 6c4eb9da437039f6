import { Module } from '@nestjs/common';
import { FamiliesModule } from '../families/families.module.ts';
import { DescribeHome } from './describe-home.use-case.ts';
import { HomeDescriptions } from './home-details.query.ts';
import { HomeDetailsResolver } from './home-details.resolver.ts';

@Module({ imports: [FamiliesModule], providers: [HomeDescriptions, HomeDetailsResolver, DescribeHome] })
export class HomeDetailsModule {}
