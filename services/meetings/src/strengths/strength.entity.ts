import { newId, notFound, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { connectionSides, type ConnectionSide } from '../projections/connection-side.ts';
import { ofAChild, whoseStrength } from './strength.errors.ts';

/** STRENGTH: what somebody does well. SUPPORT: who and what is there for them already. */
export enum StrengthKind {
  STRENGTH = 'STRENGTH',
  SUPPORT = 'SUPPORT',
}
const kinds: readonly `${StrengthKind}`[] = Object.values(StrengthKind);

const schema = defineEntity({
  name: 'Strength',
  tableName: 'strength',
  properties: {
    id: column.id<'Strength'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    kind: column.oneOf(kinds),
    /** Which family has it; null for a child's. */
    side: column.oneOf(connectionSides).nullable(),
    /** Null for a family's. */
    childId: column.ref<'Child'>().nullable(),
    text: column.text(),
    namedBy: column.ref<'Person'>(),
    /** The family of whoever named it; null for staff and mentors. */
    namedSide: column.oneOf(connectionSides).nullable(),
    namedAt: column.instant(),
    /** When the family that has it chose to show it to the other one; null while it has not. */
    sharedAt: column.instant().nullable(),
    takenBackAt: column.instant().nullable(),
    version: column.version(),
  },
});

export interface Named {
  readonly connectionId: Id<'FamilyConnection'>;
  readonly kind: `${StrengthKind}`;
  readonly side: `${ConnectionSide}` | null;
  readonly childId: Id<'Child'> | null;
  readonly text: string;
  readonly namedBy: Id<'Person'>;
  readonly namedSide: `${ConnectionSide}` | null;
}

/** Something good that a child or a family brings along, in somebody's words (S76). */
export class Strength extends schema.class {
  /** Throws `MEETINGS.WHOSE_STRENGTH` unless it is either a family's or a child's, `TEXT_...`. */
  static named(named: Named, at: Temporal.Instant): Strength {
    if ((named.side === null) === (named.childId === null)) throw whoseStrength();
    return make(Strength, { id: newId<'Strength'>(), ...named, text: requireText(named.text, { field: 'The strength', max: 500 }), namedAt: at, sharedAt: null, takenBackAt: null });
  }

  /** Throws `MEETINGS.OF_A_CHILD`: what a child brings along both families know while the child joins them; `NOT_FOUND` once it was taken back. */
  share(at: Temporal.Instant): void {
    requireThere(this);
    if (this.childId) throw ofAChild();
    this.sharedAt ??= at;
  }

  /** Throws `NOT_FOUND` once it was taken back. */
  keepToThemselves(): void {
    requireThere(this);
    this.sharedAt = null;
  }

  /** From now on nobody reads it. */
  takeBack(at: Temporal.Instant): void {
    this.takenBackAt ??= at;
  }
}
schema.setClass(Strength);
export const strengthSchema = schema;

/** Whoever changes it may have found it the moment before it was taken back. */
function requireThere({ takenBackAt }: Strength): void {
  if (takenBackAt) throw notFound('strength');
}
