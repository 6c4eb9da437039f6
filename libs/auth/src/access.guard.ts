import { DomainError, forbidden } from '@fc/domain-kernel';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { accessRuleOf } from './access-rule.ts';
import { Principal } from './principal.ts';
import { roleInWords, type RoleName } from './role.ts';

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
    const principal = principalOf(context);
    if (!principal) throw new DomainError('UNAUTHENTICATED', 'Please sign in.');
    if (rule.kind === 'signed-in' || principal.has(...rule.roles)) return true;
    throw forbidden(`This is for ${inWords(rule.roles, principal)}.`);
  }
}

function principalOf(context: ExecutionContext): Principal | undefined {
  const graphql = GqlExecutionContext.create(context);
  if (graphql.getType() !== 'graphql') return undefined;
  // A reference resolver gets no arguments; GqlExecutionContext makes up for the place that is missing.
  const { principal } = graphql.getContext<{ principal?: unknown }>();
  return principal instanceof Principal ? principal : undefined;
}

const choice = new Intl.ListFormat('en', { type: 'disjunction' });

const inWords = (roles: readonly RoleName[], { county }: Principal): string => choice.format(roles.map((role) => roleInWords(role, county.settings.roleLabels)));
