import { Module } from '@nestjs/common';
import { ChooseProgressReaders } from './choose-progress-readers.use-case.ts';
import { ProgressShares } from './progress-shares.query.ts';
import { ProgressSharesResolver } from './progress-shares.resolver.ts';
import { ShareProgress } from './share-progress.use-case.ts';
import { WithdrawProgress } from './withdraw-progress.use-case.ts';

@Module({ providers: [ProgressSharesResolver, ProgressShares, ShareProgress, ChooseProgressReaders, WithdrawProgress] })
export class ProgressSharingModule {}
