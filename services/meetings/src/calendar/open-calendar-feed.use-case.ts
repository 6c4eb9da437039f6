import { Clock } from '@fc/domain-kernel';
import { hashOfLink, IdempotencyKey, LinkTokens } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { CalendarFeed } from './calendar-feed.entity.ts';

@InputType()
export class OpenCalendarFeedInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;
}

/** Opens the feed of whoever asks, under a new link. */
@Injectable()
export class OpenCalendarFeed {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly tokens: LinkTokens,
  ) {}

  /** Answers the link; null when this was asked before, since of that link only the hash is kept. */
  async run(input: OpenCalendarFeedInput): Promise<string | null> {
    let url: string | null = null;
    await this.db.once(input, async (tx) => {
      const personId = actingPerson(tx);
      const { county } = tx.context;
      const token = this.tokens.make(county);
      const known = await tx.first(CalendarFeed, { personId });
      if (known) known.openAgain(hashOfLink(token), this.clock.now());
      else tx.add(CalendarFeed.open(personId, county.slug, hashOfLink(token), this.clock.now()));
      url = this.tokens.urlOf('calendar', token);
      return personId;
    });
    return url;
  }
}
