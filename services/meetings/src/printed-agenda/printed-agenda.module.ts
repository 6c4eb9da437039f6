import { Module } from '@nestjs/common';
import { PrintedAgendaResolver, PrintedIcebreakerAgendaResolver } from './printed-agenda.resolver.ts';
import { PrintedAgendas } from './printed-agendas.query.ts';
import { ReviewPrintedAgenda } from './review-printed-agenda.use-case.ts';

@Module({ providers: [PrintedAgendaResolver, PrintedIcebreakerAgendaResolver, PrintedAgendas, ReviewPrintedAgenda] })
export class PrintedAgendaModule {}
