import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import type { StatementLink } from './statement-link.entity.ts';

@ObjectType('StatementLink', { description: 'A link under which a professional who has no account reads what both families say. For the two families alone.' })
export class StatementLinkView {
  @Field(() => UUID)
  id!: Id<'StatementLink'>;

  @Field(() => UUID)
  statementId!: Id<'SharedStatement'>;

  @Field(() => String, { nullable: true, description: 'As the family that opened it calls them: a doctor, a school. Empty for the other family while the two may not tell each other something.' })
  forWhom!: string | null;

  @Field(() => Instant)
  openedAt!: Temporal.Instant;

  @Field(() => Instant)
  expiresAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty while nobody has read it.' })
  firstReadAt!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true })
  revokedAt!: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'The link, to hand on yourself. Whoever has it reads the statement. It stands in the answer that opened it and in no other: revoke it and open another one when it is lost.' })
  url!: string | null;

  static from({ id, statementId, forWhom, openedAt, expiresAt, firstReadAt = null, revokedAt = null }: Row<StatementLink>, mayReadName: boolean): StatementLinkView {
    return Object.assign(new StatementLinkView(), { id, statementId, forWhom: mayReadName ? forWhom : null, openedAt, expiresAt, firstReadAt, revokedAt, url: null });
  }
}
