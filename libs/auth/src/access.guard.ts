import { DomainError, forbidden } from '@fc/domain-kernel';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { accessRuleOf } from './access-rule.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { IntakeDesk } from './intake-desk.ts';
import { Operator } from './operator.ts';
import { Partner } from './partner.ts';
import { Principal } from './principal.ts';
import { roleInWords, type RoleName } from './role.ts';
import { StatePrincipal } from './state-principal.ts';

/**
 * Enforces the access rule of every root field, field resolver and reference resolver; what has no rule is refused.
 * It reads `principal` from the GraphQL context. Nest calls it on field and reference resolvers only with
 * `fieldResolverEnhancers: ['guards']`, which `assertEveryFieldHasARule` demands at start-up.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const rule = accessRuleOf(context.getHandler());
    if (!rule) throw forbidden();
    if (rule.kind === 'public') return true;
    const caller = callerOf(context);
    if (caller instanceof Partner) return mayAsk(caller, context) || refuse(notGranted);
    if (rule.kind === 'partner') return refuse('This is for partner organisations.');
    if (caller instanceof IntakeDesk) return rule.kind === 'intake' || refuse('This is not for a public site.');
    if (rule.kind === 'intake') return refuse('This is for the county’s public site. Ask for yourself with requestParticipation.');
    if (rule.kind === 'operator') return caller instanceof Operator || refuse('This is for the operators of the platform.');
    if (rule.kind === 'state') return caller instanceof StatePrincipal || refuse('This is for the administration of the state.');
    if (caller instanceof StatePrincipal) throw new DomainError('NO_COUNTY', 'This belongs to a county, and your account does not.');
    const principal = caller instanceof Principal ? caller : undefined;
    if (!principal) throw new DomainError('UNAUTHENTICATED', 'Please sign in.');
    if (rule.kind === 'signed-in' || principal.has(...rule.roles)) return true;
    return refuse(`This is for ${inWords(rule.roles, principal)}.`);
  }
}

function refuse(message: string): never {
  throw forbidden(message);
}

/** One sentence for every field that a partner's grant does not cover. */
export const notGranted = 'Your organisation’s grant does not cover this.';

function mayAsk(partner: Partner, context: ExecutionContext): boolean {
  const { parentType, fieldName } = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  return partner.mayAsk(parentType.name, fieldName);
}

function callerOf(context: ExecutionContext): unknown {
  const graphql = GqlExecutionContext.create(context);
  if (graphql.getType() !== 'graphql') return undefined;
  // A reference resolver gets no arguments; GqlExecutionContext makes up for the place that is missing.
  return graphql.getContext<{ principal?: unknown }>().principal;
}

const choice = new Intl.ListFormat('en', { type: 'disjunction' });

const inWords = (roles: readonly RoleName[], { county }: Principal): string => choice.format(roles.map((role) => roleInWords(role, county.settings.roleLabels)));
