import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionsMeetingView } from '../connections-meetings/connections-meeting.view.ts';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { IcebreakerView } from '../icebreakers/icebreaker.view.ts';
import { MeetingKind } from '../introductory-meetings/meeting-kind.ts';
import { PrintedAgendaDraftView, PrintedAgendaView } from './printed-agenda.view.ts';
import { PrintedAgendas } from './printed-agendas.query.ts';
import { kindOfWording, ReviewPrintedAgenda, ReviewPrintedAgendaInput } from './review-printed-agenda.use-case.ts';

const ownLanguage = { type: () => GuideLanguage, nullable: true, description: 'Left out: your own, as you told us.' } as const;
const language = { type: () => GuideLanguage, defaultValue: GuideLanguage.en } as const;

const printed = { nullable: true, description: 'For those who are to come; empty for everybody else, and for a meeting that does not take place.' } as const;

@Resolver(() => ConnectionsMeetingView)
export class PrintedAgendaResolver {
  constructor(
    private readonly agendas: PrintedAgendas,
    private readonly reviewing: ReviewPrintedAgenda,
  ) {}

  @ResolveField(() => PrintedAgendaView, printed)
  @AllowSignedIn()
  printedAgenda(@Parent() meeting: ConnectionsMeetingView, @Args('language', ownLanguage) asked?: GuideLanguage | null): Promise<PrintedAgendaView | null> {
    return this.agendas.of(meeting, asked);
  }

  @Query(() => PrintedAgendaDraftView, { nullable: true, description: 'For program supervisors, who review it. Empty while this service cannot be reached.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  printedAgendaDraft(@Args('language', language) asked: GuideLanguage, @Args('kind', { type: () => MeetingKind, defaultValue: MeetingKind.CONNECTIONS_MEETING }) kind: MeetingKind): Promise<PrintedAgendaDraftView> {
    return this.agendas.draft(kind, asked);
  }

  @Mutation(() => PrintedAgendaDraftView, { description: 'For a program supervisor who has had it read by somebody who speaks the language. Errors MEETINGS.OTHER_WORDING, MEETINGS.ALREADY_REVIEWED.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async reviewPrintedAgenda(@Args('input') input: ReviewPrintedAgendaInput): Promise<PrintedAgendaDraftView> {
    await this.reviewing.run(input);
    return this.agendas.draft(kindOfWording(input), input.language);
  }
}

@Resolver(() => IcebreakerView)
export class PrintedIcebreakerAgendaResolver {
  constructor(private readonly agendas: PrintedAgendas) {}

  @ResolveField(() => PrintedAgendaView, printed)
  @AllowSignedIn()
  printedAgenda(@Parent() icebreaker: IcebreakerView, @Args('language', ownLanguage) asked?: GuideLanguage | null): Promise<PrintedAgendaView | null> {
    return this.agendas.of(icebreaker, asked);
  }
}
