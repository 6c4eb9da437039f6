import { Role } from '@fc/auth';
import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { ProfileEntryInput, writeProfile } from './write-profile.ts';

@InputType()
export class WriteChildProfileInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => [ProfileEntryInput])
  entries!: ProfileEntryInput[];
}

/** A parent or a caregiver tells the other what helps the child, outside of any meeting. */
@Injectable()
export class WriteChildProfile {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: WriteChildProfileInput): Promise<Id<'ChildProfileEntry'>[]> {
    const { connectionId, entries } = input;
    return this.db.onceAll(input, async (tx) => {
      await requireOnConnection(tx, connectionId, Role.PARENT, Role.CAREGIVER);
      if (entries.length === 0) throw new DomainError('MEETINGS.NOTHING_TOLD', 'Write at least one thing about the child.');
      const written = await writeProfile(tx, entries, { connectionId, sourceId: actingPerson(tx), at: this.clock.now() });
      return written.map((entry) => entry.id);
    });
  }
}
