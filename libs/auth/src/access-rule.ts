import { SetMetadata } from '@nestjs/common';
import type { RoleName } from './role.ts';

/** Who may ask for a field at all. Which rows they see is the query's own filter. */
export type AccessRule = { readonly kind: 'roles'; readonly roles: readonly RoleName[] } | { readonly kind: 'signed-in' } | { readonly kind: 'operator' } | { readonly kind: 'state' } | { readonly kind: 'partner' } | { readonly kind: 'intake' } | { readonly kind: 'public' };

const ruleKey = 'fc:access-rule';

/** Whoever holds one of these roles in the county. */
export const Allow = (...roles: readonly [RoleName, ...RoleName[]]): MethodDecorator => rule({ kind: 'roles', roles });

/** Every person of the county who is signed in; the query itself answers with what the relationship allows. */
export const AllowSignedIn = (): MethodDecorator => rule({ kind: 'signed-in' });

/** A program of the platform's operators, signed in to the county's realm by its own client; no person. */
export const AllowOperator = (): MethodDecorator => rule({ kind: 'operator' });

/** Somebody of the state's administration, whom no county's data answers: only for figures that the state releases. */
export const AllowState = (): MethodDecorator => rule({ kind: 'state' });

/** A partner organisation's program, about itself. What else partners may ask stands in `partnerScopes`, whatever a field's own rule is. */
export const AllowPartner = (): MethodDecorator => rule({ kind: 'partner' });

/** A county's public site, for a family that has no account; partner organisations too, where their grant covers it. */
export const AllowIntake = (): MethodDecorator => rule({ kind: 'intake' });

/** Everybody, without signing in: only for content that is the same for the whole world. A query must stand in `publicQueries` besides. */
export const AllowPublic = (): MethodDecorator => rule({ kind: 'public' });

/** The rule of a resolver's method; undefined when nobody gave it one. */
export const accessRuleOf = (target: Function): AccessRule | undefined => Reflect.getOwnMetadata(ruleKey, target) as AccessRule | undefined;

function rule(value: AccessRule): MethodDecorator {
  return (prototype, name, descriptor) => {
    const method: unknown = descriptor.value;
    // Of two rules the outer one would win silently, and it may be the wider one.
    if (typeof method !== 'function' || accessRuleOf(method)) throw new Error(`${prototype.constructor.name}.${String(name)} needs exactly one access rule, on a method.`);
    SetMetadata(ruleKey, value)(prototype, name, descriptor);
  };
}
