import { Role } from '@fc/auth';
import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, requireContact, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
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

/** A parent or a caregiver tells the other what helps the child, outside of any meeting. That needs no permission, since the first night comes before there is one; a prohibition of messages forbids it. */
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
      const at = this.clock.now();
      await requireContact(tx, { channel: 'MESSAGE', at, between: [], and: [], alsoPresent: familiesOf(await tx.get(FamilyConnection, connectionId)) });
      const written = await writeProfile(tx, entries, { connectionId, sourceId: actingPerson(tx), at });
      return written.map((entry) => entry.id);
    });
  }
}
