import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isCaseworkerOf } from '../case-assignments/on-case.ts';
import { CaregiverHousehold, CaregiverKind } from '../families/caregiver-household.entity.ts';
import { PartneringAnswer, PartneringWillingness, partneringWays, type PartneringWay } from './partnering-willingness.entity.ts';
import { PartneringOverviewView, PartneringWayCountView, PartneringWillingnessView } from './partnering.views.ts';

/** Reads who would partner with parents. */
@Injectable()
export class Partnering {
  constructor(private readonly db: CountyDb) {}

  /** Null for whoever may not have it, as for a home that has said nothing. */
  ofHousehold(householdId: Id<'CaregiverHousehold'>): Promise<PartneringWillingnessView | null> {
    return this.db.read(async (reader) => {
      const { caregiverIds } = await reader.getRow(CaregiverHousehold, householdId);
      if (!(await mayRead(reader, caregiverIds))) return null;
      const [said] = await reader.rows(PartneringWillingness, { id: householdId });
      return said ? PartneringWillingnessView.from(said) : null;
    });
  }

  /** Of each kind of home. */
  ofCounty(): Promise<PartneringOverviewView[]> {
    return this.db.read(async (reader) => {
      const homes = await reader.sql<{ kind: `${CaregiverKind}`; answer: `${PartneringAnswer}` | null; households: number }>(
        `select home.kind, said.answer, count(*)::int as households from caregiver_household home left join partnering_willingness said using (id) group by 1, 2`,
        [],
      );
      const ways = await reader.sql<{ kind: `${CaregiverKind}`; way: PartneringWay; households: number }>(
        `select home.kind, way, count(*)::int as households from caregiver_household home join partnering_willingness said using (id), unnest(said.ways) way group by 1, 2`,
        [],
      );
      return Object.values(CaregiverKind).map((kind) => {
        const those = homes.filter((home) => home.kind === kind);
        const saying = (answer: PartneringAnswer | null): number => those.find((home) => home.answer === answer)?.households ?? 0;
        const counts = partneringWays.map((way) => Object.assign(new PartneringWayCountView(), { way, households: ways.find((one) => one.kind === kind && one.way === way)?.households ?? 0 }));
        return Object.assign(new PartneringOverviewView(), {
          ...{ kind, households: those.reduce((sum, { households }) => sum + households, 0), ways: counts, notAsked: saying(null) },
          ...{ willing: saying(PartneringAnswer.WILLING), withSupport: saying(PartneringAnswer.WITH_SUPPORT), notYet: saying(PartneringAnswer.NOT_YET) },
        });
      });
    });
  }
}

async function mayRead(reader: Reader, caregiverIds: readonly Id<'Person'>[]): Promise<boolean> {
  const { person, roles } = reader.context.actor;
  if (caregiverIds.includes(person as Id<'Person'>) || roles.includes(Role.COORDINATOR) || roles.includes(Role.PROGRAM_SUPERVISOR)) return true;
  for (const caregiver of caregiverIds) if (await isCaseworkerOf(reader, caregiver)) return true;
  return false;
}
