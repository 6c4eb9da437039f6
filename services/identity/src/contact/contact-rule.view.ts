import type { Id, Temporal } from '@fc/domain-kernel';
import { ContactChannels, Instant, UUID, type ContactChannel } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ContactRuleKind, ContactSource, type ContactRule } from './contact-rule.entity.ts';
import { WeeklyHoursView } from './weekly-hours.ts';

registerEnumType(ContactRuleKind, { name: 'ContactRuleKind', description: 'Of several rules an active prohibition always wins.' });
registerEnumType(ContactSource, { name: 'ContactSource', description: 'Whose word it is.' });

@ObjectType('ContactRule', { description: 'Two people may, or may not, have contact. For caseworkers of one of the two, and coordinators; nobody else ever learns of it.' })
@Directive('@key(fields: "id", resolvable: false)')
export class ContactRuleView {
  @Field(() => UUID)
  id!: Id<'ContactRule'>;

  @Field(() => ContactRuleKind)
  kind!: `${ContactRuleKind}`;

  @Field(() => [UUID], { description: 'The two.' })
  personIds!: readonly Id<'Person'>[];

  @Field(() => [ContactChannels])
  channels!: readonly ContactChannel[];

  @Field(() => Instant)
  from!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty until somebody ends it.' })
  to!: Temporal.Instant | null;

  @Field(() => [WeeklyHoursView], { description: 'Only at these hours of the week; empty for all hours.' })
  hours!: readonly WeeklyHoursView[];

  @Field(() => ContactSource)
  source!: `${ContactSource}`;

  @Field(() => String, { nullable: true })
  document!: string | null;

  @Field(() => ContactSource, { nullable: true, description: 'By whose word it ended; empty until somebody ends it.' })
  endedBySource!: `${ContactSource}` | null;

  @Field(() => String, { nullable: true })
  endedByDocument!: string | null;

  static from({ id, kind, first, second, channels, from, to, hours, source, document, endedBySource, endedByDocument }: Row<ContactRule>): ContactRuleView {
    return Object.assign(new ContactRuleView(), { id, kind, personIds: [first, second], channels, from, to, hours: hours ?? [], source, document, endedBySource, endedByDocument });
  }
}

@ObjectType('ContactAnswer', { description: 'Whether two people may be in contact at that moment. It never says why not.' })
export class ContactAnswerView {
  @Field(() => Boolean)
  possible!: boolean;

  @Field(() => String, { description: 'The same sentence for every reason.' })
  message!: string;

  static of(possible: boolean): ContactAnswerView {
    const message = possible ? 'This is possible.' : 'This is not possible at present. Please ask your caseworker.';
    return Object.assign(new ContactAnswerView(), { possible, message });
  }
}
