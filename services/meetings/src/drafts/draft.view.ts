import { Guarded, GuardedField } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { commandsOf, DraftForm, draftForms } from './draft-form.ts';
import type { Draft } from './draft.entity.ts';

registerEnumType(DraftForm, { name: 'DraftForm', valuesMap: Object.fromEntries(draftForms.map((form) => [form, { description: `Is sent with ${commandsOf[form].join(' or ')}.` }])) });

@ObjectType('Draft', { description: 'A form that is not finished. For its writer alone.' })
export class DraftView {
  @Field(() => UUID)
  id!: Id<'Draft'>;

  @Field(() => UUID, { nullable: true, description: 'Empty for a form beside connections.' })
  connectionId!: Id<'FamilyConnection'> | null;

  @Field(() => DraftForm)
  form!: `${DraftForm}`;

  @Field(() => String, { description: 'Which one of that form; empty where there is one alone.' })
  about!: string;

  @GuardedField(() => String)
  content!: Guarded<string>;

  @Field(() => Int)
  revision!: number;

  @Field(() => Instant)
  savedAt!: Temporal.Instant;

  @Field(() => IdempotencyKey, { description: 'Send the finished form with this idempotency key, then discard the draft: sent from two devices, it happens once.' })
  submissionKey!: string;

  static from({ id, personId, connectionId = null, form, about, revision, savedAt, submissionKey }: Row<Draft>, content: string): DraftView {
    return Object.assign(new DraftView(), { id, connectionId, form, about, revision, savedAt, submissionKey, content: Guarded.of(content, (reader) => reader.person === personId) });
  }
}
