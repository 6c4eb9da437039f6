import { Module } from '@nestjs/common';
import { OpenStatementLink } from './open-statement-link.use-case.ts';
import { ReadStatementLink } from './read-statement-link.use-case.ts';
import { RevokeStatementLink } from './revoke-statement-link.use-case.ts';
import { StatementLinks } from './statement-links.query.ts';
import { StatementLinksResolver } from './statement-links.resolver.ts';
import { StatementsController } from './statements.controller.ts';

@Module({
  controllers: [StatementsController],
  providers: [StatementLinksResolver, StatementLinks, OpenStatementLink, RevokeStatementLink, ReadStatementLink],
})
export class StatementLinksModule {}
