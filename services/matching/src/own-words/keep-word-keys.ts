import type { Id } from '@fc/domain-kernel';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';

/** Locks the keys that own words are sealed with with the newest version of the county's key. */
@Injectable()
export class KeepWordKeys {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
  ) {}

  async run(): Promise<void> {
    let last: Id<'Person'> | null = null;
    do last = await this.db.transact((tx) => this.protection.rewrap(tx, last));
    while (last !== null);
  }
}
