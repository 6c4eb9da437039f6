import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ProgramSite, SiteKind } from './program-site.entity.ts';

@InputType()
export class RegisterSiteInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => SiteKind)
  kind!: SiteKind;

  @Field(() => String, { description: 'What those call it who work there; up to 120 characters. No family is shown it.' })
  name!: string;
}

/** The county's program works at one more place. */
@Injectable()
export class RegisterSite {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RegisterSiteInput): Promise<Id<'ProgramSite'>> {
    return this.db.once(input, async (tx) => {
      const site = ProgramSite.register(input.kind, input.name, this.clock.now());
      tx.add(site);
      return site.id;
    });
  }
}
