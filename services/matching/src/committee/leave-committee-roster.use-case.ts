import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { KeepRoster } from './keep-roster.ts';

/** They are taken off the statewide roster; whoever is not on it stays so. */
@Injectable()
export class LeaveCommitteeRoster {
  constructor(
    private readonly db: CountyDb,
    private readonly roster: KeepRoster,
  ) {}

  async run(): Promise<void> {
    await this.db.transact((tx) => this.roster.leave(tx, tx.context.actor.person as Id<'Person'>)); // whoever is signed in is a person
    this.roster.wake();
  }
}
