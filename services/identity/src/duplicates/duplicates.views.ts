import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonView } from '../people/person.view.ts';
import type { DuplicateReason } from './likely-same.ts';
import { SaidSinceKind, type PersonMerge } from './person-merge.entity.ts';

/** The reasons as GraphQL knows them. */
const DuplicateReasons: { readonly [Reason in DuplicateReason]: Reason } = {
  SAME_NAME: 'SAME_NAME',
  NAMES_SWAPPED: 'NAMES_SWAPPED',
  SIMILAR_NAME: 'SIMILAR_NAME',
  SAME_BIRTH_DATE: 'SAME_BIRTH_DATE',
  BIRTH_DATE_SWAPPED: 'BIRTH_DATE_SWAPPED',
  SAME_EXTERNAL_ID: 'SAME_EXTERNAL_ID',
};
registerEnumType(DuplicateReasons, { name: 'DuplicateReason', description: 'Why two records may be of one person.' });

@ObjectType('PossibleDuplicate', { description: 'Two records that may be of one person. Somebody has to decide.' })
export class PossibleDuplicateView {
  @Field(() => [PersonView], { description: 'The two.' })
  people!: readonly PersonView[];

  @Field(() => Int, { description: '50 to 100; 100 is as sure as records alone can make it.' })
  score!: number;

  @Field(() => [DuplicateReasons])
  reasons!: readonly DuplicateReason[];
}

registerEnumType(SaidSinceKind, { name: 'SaidSinceKind', description: 'The kinds of record that can name a person.' });

@ObjectType('SaidSince', { description: 'Something that was said of the survivor while a merge held. It stays theirs; whoever knows of which of the two it was said puts it right.' })
export class SaidSinceView {
  @Field(() => SaidSinceKind)
  kind!: `${SaidSinceKind}`;

  @Field(() => UUID)
  recordId!: string;
}

@ObjectType('PersonMerge', { description: 'Two records that were taken for one person’s.' })
@Directive('@key(fields: "id", resolvable: false)')
export class PersonMergeView {
  @Field(() => UUID)
  id!: Id<'PersonMerge'>;

  @Field(() => UUID)
  survivorId!: Id<'Person'>;

  @Field(() => UUID, { description: 'Names the survivor wherever it is read, until the merge is undone.' })
  duplicateId!: Id<'Person'>;

  @Field(() => String)
  reason!: string;

  @Field(() => Instant)
  mergedAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty while the merge holds.' })
  unmergedAt!: Temporal.Instant | null;

  @Field(() => [SaidSinceView], { description: 'What somebody has to decide after the merge was undone; empty while it holds.' })
  saidSince!: readonly SaidSinceView[];

  static from({ id, survivorId, duplicateId, reason, mergedAt, unmergedAt, saidSince }: Row<PersonMerge>): PersonMergeView {
    return Object.assign(new PersonMergeView(), { id, survivorId, duplicateId, reason, mergedAt, unmergedAt, saidSince });
  }
}
