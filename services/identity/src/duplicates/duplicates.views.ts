import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonView } from '../people/person.view.ts';
import type { DuplicateReason } from './likely-same.ts';

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
