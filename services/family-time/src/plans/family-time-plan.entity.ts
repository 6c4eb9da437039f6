import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import type { ContactChannel } from '@fc/subgraph';
import { column, defineEntity, make } from '@fc/tenancy';
import { invalidFrequency, invalidMinutes, reasonNeeded } from './plans.errors.ts';

export enum VisitSetting {
  NATURAL = 'NATURAL',
  AGENCY = 'AGENCY',
  VIRTUAL = 'VIRTUAL',
}
export const visitSettings: readonly `${VisitSetting}`[] = Object.values(VisitSetting);

/** As the contact ledger and the case plan call it. */
export const channelOf = (setting: `${VisitSetting}`): ContactChannel => (setting === 'VIRTUAL' ? 'VIDEO' : 'IN_PERSON');

export enum SupervisionLevel {
  SUPERVISED = 'SUPERVISED',
  MONITORED = 'MONITORED',
  UNSUPERVISED = 'UNSUPERVISED',
}
const supervisionLevels: readonly `${SupervisionLevel}`[] = Object.values(SupervisionLevel);

export interface PlanTerms {
  readonly frequencyPerWeek: number;
  readonly minutes: number;
  readonly setting: `${VisitSetting}`;
  readonly supervision: `${SupervisionLevel}`;
  /** Why somebody has to watch over the visits. */
  readonly superviseBecause?: string | null;
}

/** What an earlier version of a plan said, without its reasons. */
export interface EarlierTerms extends Omit<PlanTerms, 'superviseBecause'> {
  readonly revision: number;
  /** RFC 3339 */
  readonly plannedAt: string;
}

const schema = defineEntity({
  name: 'FamilyTimePlan',
  tableName: 'family_time_plan',
  uniques: [{ name: 'family_time_plan_one_each', properties: ['childId', 'parentId'] }],
  properties: {
    id: column.id<'FamilyTimePlan'>(),
    childId: column.ref<'Child'>(),
    parentId: column.ref<'Person'>().index(),
    frequencyPerWeek: column.integer(),
    minutes: column.integer(),
    setting: column.oneOf(visitSettings),
    supervision: column.oneOf(supervisionLevels),
    superviseBecause: column.text().nullable(),
    revision: column.integer(),
    plannedAt: column.instant(),
    /** The newest last. */
    earlier: column.json<EarlierTerms[]>(),
    version: column.version(),
  },
});

/** The time that a child and a parent are to spend together. It is theirs, wherever the child lives. */
export class FamilyTimePlan extends schema.class {
  /** Throws `FAMILY_TIME.INVALID_FREQUENCY`, `FAMILY_TIME.INVALID_MINUTES`, `FAMILY_TIME.SUPERVISION_REASON_NEEDED`. */
  static plan(childId: Id<'Child'>, parentId: Id<'Person'>, terms: PlanTerms, now: Temporal.Instant): FamilyTimePlan {
    return make(FamilyTimePlan, { id: newId<'FamilyTimePlan'>(), childId, parentId, ...checked(terms), revision: 1, plannedAt: now, earlier: [] });
  }

  /** What it said until now stays readable. Throws as `plan` does. */
  revise(terms: PlanTerms, now: Temporal.Instant): void {
    const { frequencyPerWeek, minutes, setting, supervision, revision, plannedAt } = this;
    const earlier = [...this.earlier, { frequencyPerWeek, minutes, setting, supervision, revision, plannedAt: plannedAt.toString() }];
    Object.assign(this, checked(terms), { earlier, revision: revision + 1, plannedAt: now });
  }
}
schema.setClass(FamilyTimePlan);
export const familyTimePlanSchema = schema;

function checked({ frequencyPerWeek, minutes, setting, supervision, superviseBecause }: PlanTerms): Required<PlanTerms> {
  if (!Number.isInteger(frequencyPerWeek) || frequencyPerWeek < 1 || frequencyPerWeek > 14) throw invalidFrequency();
  return { frequencyPerWeek, minutes: requireMinutes(minutes), setting, supervision, superviseBecause: reasonFor(supervision, superviseBecause) };
}

function reasonFor(supervision: `${SupervisionLevel}`, because: string | null | undefined): string | null {
  if (supervision === 'UNSUPERVISED') return null;
  if (!because) throw reasonNeeded();
  return requireText(because, { field: 'The reason for supervision', max: 1_000 });
}

/** Throws `FAMILY_TIME.INVALID_MINUTES`. */
export function requireMinutes(minutes: number): number {
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 1_440) throw invalidMinutes();
  return minutes;
}
