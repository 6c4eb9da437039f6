import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isCaseworkerOf } from '../case-assignments/on-case.ts';
import { allShareWithActing } from '../consents/shared-items.ts';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import { HomeDetails } from './home-details.entity.ts';
import { HomeDetailsView } from './home-details.view.ts';

/** Reads what caregivers tell of their home, for whoever has been let to the household already; null for whoever may not have it, as for a home of which nothing is told. */
@Injectable()
export class HomeDescriptions {
  constructor(private readonly db: CountyDb) {}

  ofHousehold(householdId: Id<'CaregiverHousehold'>): Promise<HomeDetailsView | null> {
    return this.db.read(async (reader) => {
      const { caregiverIds } = await reader.getRow(CaregiverHousehold, householdId);
      const own = caregiverIds.includes(reader.context.actor.person as Id<'Person'>);
      const [details] = own || (await mayHave(reader, caregiverIds)) ? await reader.rows(HomeDetails, { id: householdId }) : [];
      if (!details) return null;
      if (!own) await this.db.auditProtectedRead('CaregiverHousehold.home', 'HomeDetails', [householdId]);
      return HomeDetailsView.from(details);
    });
  }
}

async function mayHave(reader: Reader, caregiverIds: readonly Id<'Person'>[]): Promise<boolean> {
  const { roles } = reader.context.actor;
  if (roles.includes(Role.COORDINATOR) || roles.includes(Role.PROGRAM_SUPERVISOR)) return true;
  for (const caregiver of caregiverIds) if (await isCaseworkerOf(reader, caregiver)) return true;
  return allShareWithActing(reader, caregiverIds, 'HOME_DETAILS');
}
