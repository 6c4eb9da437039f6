import { Allow, AllowSignedIn, Role } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { ContactChannels, Instant, UUID, type ContactChannel } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ContactAnswerView, ContactRuleView } from './contact-rule.view.ts';
import { ContactLedger } from './contact.query.ts';
import { EndContactRule, EndContactRuleInput } from './end-contact-rule.use-case.ts';
import { PermitContactInput, ProhibitContactInput, RecordContactRule } from './record-contact-rule.use-case.ts';

@Resolver(() => ContactRuleView)
export class ContactResolver {
  constructor(
    private readonly ledger: ContactLedger,
    private readonly recording: RecordContactRule,
    private readonly ending: EndContactRule,
  ) {}

  @Query(() => [ContactRuleView], { name: 'contactRules', nullable: true, description: 'What the ledger says of these two, ended rules too. For the caseworker of one of them, or a coordinator; who read it is written down.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  rules(@Args('personIds', { type: () => [UUID] }) personIds: Id<'Person'>[]): Promise<ContactRuleView[]> {
    return this.ledger.rules(personIds);
  }

  @Query(() => ContactAnswerView, { nullable: true, description: 'For whoever may see both. The same answer for every reason. Error IDENTITY.PAIR_OF_TWO.' })
  @AllowSignedIn()
  mayContact(
    @Args('personIds', { type: () => [UUID] }) personIds: Id<'Person'>[],
    @Args('channel', { type: () => ContactChannels }) channel: ContactChannel,
    @Args('at', { type: () => Instant, nullable: true, description: 'Now, when left out.' }) at?: Temporal.Instant | null,
  ): Promise<ContactAnswerView> {
    return this.ledger.answer(personIds, channel, at);
  }

  @Mutation(() => ContactRuleView, { description: 'Wins over every permission, whatever its source. For the caseworker of one of the two, or a coordinator. Errors IDENTITY.PAIR_OF_TWO, IDENTITY.NO_CHANNEL, DATE_TOO_EARLY, INVALID_HOURS.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async prohibitContact(@Args('input') input: ProhibitContactInput): Promise<ContactRuleView> {
    return this.ledger.rule(await this.recording.prohibit(input));
  }

  @Mutation(() => ContactRuleView, { description: 'As prohibitContact.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async permitContact(@Args('input') input: PermitContactInput): Promise<ContactRuleView> {
    return this.ledger.rule(await this.recording.permit(input));
  }

  @Mutation(() => ContactRuleView, { description: 'As prohibitContact. What a prohibition suspended does not come back by itself, nor does what the two had agreed to share: whoever agrees says so anew. Errors IDENTITY.CONTACT_RULE_ENDED, IDENTITY.HIGHER_WORD_NEEDED.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async endContactRule(@Args('input') input: EndContactRuleInput): Promise<ContactRuleView> {
    return this.ledger.rule(await this.ending.run(input));
  }
}
