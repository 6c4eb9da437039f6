import { Guarded, GuardedField } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, LocalDate, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ProgressReader, type ProgressShare } from './progress-share.entity.ts';

registerEnumType(ProgressReader, { name: 'ProgressReader', description: 'To whom a parent may show how the case plan goes: CAREGIVERS and CASEWORKERS of that family connection.' });

@ObjectType('ProgressShare', { description: 'How the case plan goes, as the parent chooses to tell it. For the parent, and for those whom they have chosen.' })
export class ProgressShareView {
  @Field(() => UUID)
  id!: Id<'ProgressShare'>;

  @GuardedField(() => String)
  words!: Guarded<string>;

  @Field(() => LocalDate, { description: 'Since when it is so.' })
  since!: Temporal.PlainDate;

  @Field(() => [ProgressReader], { nullable: true, description: 'Who reads it; for the parent alone, empty for everybody else.' })
  readers!: readonly `${ProgressReader}`[] | null;

  @Field(() => Instant)
  sharedAt!: Temporal.Instant;

  /** As that person reads it, for whom it was opened. */
  static from({ id, sharedBy, since, readers, sharedAt }: Row<ProgressShare>, words: string, openedFor: Id<'Person'>): ProgressShareView {
    return Object.assign(new ProgressShareView(), {
      ...{ id, since, sharedAt, words: Guarded.of(words, (reader) => reader.person === openedFor) },
      readers: openedFor === sharedBy ? readers : null,
    });
  }
}
