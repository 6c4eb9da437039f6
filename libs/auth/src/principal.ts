import type { Id } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy/registry';
import type { RoleName } from './role.ts';
import type { CoarseClass } from './verified-token.ts';

/** A person of one county who is signed in, with the roles that identity gives them at this moment. */
export class Principal {
  readonly county: County;
  readonly person: Id<'Person'>;
  /** The account's name in the county's realm. */
  readonly subject: string;
  readonly class: CoarseClass;
  readonly roles: readonly RoleName[];

  constructor(who: Pick<Principal, 'county' | 'person' | 'subject' | 'class' | 'roles'>) {
    this.county = who.county;
    this.person = who.person;
    this.subject = who.subject;
    this.class = who.class;
    this.roles = Object.freeze([...who.roles]);
  }

  /** Whether this person holds at least one of the roles. */
  has(...roles: readonly RoleName[]): boolean {
    return roles.some((role) => this.roles.includes(role));
  }
}
