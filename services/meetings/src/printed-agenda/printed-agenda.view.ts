import { Field, ObjectType } from '@nestjs/graphql';
import { GuideTextState, interpreterOffers } from '../guide/guide-pack.ts';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import type { MeetingKind } from '../introductory-meetings/meeting-kind.ts';
import { agendaLines, agendaWording } from './agenda-words.ts';

@ObjectType('PrintedAgenda', { description: 'What a Connections Meeting or an icebreaker is about, on paper, with room for notes. It names nobody.' })
export class PrintedAgendaView {
  @Field(() => GuideLanguage, { description: 'The language that it is in: English where the one asked for has not been reviewed.' })
  language!: GuideLanguage;

  @Field(() => String, { nullable: true, description: 'Where the language asked for is not to be had.' })
  interpreterOffer!: string | null;

  @Field(() => String, { description: 'The file (application/pdf), in base64; tagged, for US Letter.' })
  pdf!: string;

  static of(language: GuideLanguage, asked: GuideLanguage | null, pdf: Buffer): PrintedAgendaView {
    return Object.assign(new PrintedAgendaView(), { language, interpreterOffer: language === asked ? null : interpreterOffers[asked ?? GuideLanguage.en], pdf: pdf.toString('base64') });
  }
}

@ObjectType('PrintedAgendaDraft', { description: 'The words of the printed agenda in a language that may not have been reviewed. For program supervisors.' })
export class PrintedAgendaDraftView {
  @Field(() => GuideLanguage)
  language!: GuideLanguage;

  @Field(() => GuideTextState)
  state!: GuideTextState;

  @Field(() => String, { description: 'Tells this wording from the next; a review names it.' })
  wording!: string;

  @Field(() => [String])
  lines!: readonly string[];

  static of(kind: MeetingKind, language: GuideLanguage, isReviewed: boolean): PrintedAgendaDraftView {
    const state = isReviewed ? GuideTextState.REVIEWED : GuideTextState.MACHINE;
    return Object.assign(new PrintedAgendaDraftView(), { language, state, wording: agendaWording(kind, language), lines: agendaLines(kind, language) });
  }
}
