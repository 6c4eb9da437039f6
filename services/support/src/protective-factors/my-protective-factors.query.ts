import type { Id } from '@fc/domain-kernel';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { recordsOf } from '../people/enrolled-person.entity.ts';
import { ResourceReferral } from '../referrals/resource-referral.entity.ts';
import { trainingOf } from '../training/catalogue.ts';
import { TrainingCompletion } from '../training/training-completion.entity.ts';
import { protectiveFactors, type ProtectiveFactor } from './protective-factor.ts';
import { MyProtectiveFactorView, StrengtheningActivityKind, StrengtheningActivityView } from './my-protective-factor.view.ts';
import { strengthenedBy } from './strengthened-by.ts';

/** How many of the newest of each kind are looked at. */
const most = 100;

interface Activity {
  readonly view: StrengtheningActivityView;
  readonly strengthens: readonly ProtectiveFactor[];
}

/** Reads what somebody does for themselves, factor by factor. It counts nothing and scores nobody. */
@Injectable()
export class MyProtectiveFactors {
  constructor(private readonly db: CountyDb) {}

  mine(): Promise<MyProtectiveFactorView[]> {
    return this.db.read(async (reader) => {
      const people = await recordsOf(reader, reader.context.actor.person as Id<'Person'>); // whoever is signed in to a county is a person of it
      const activities = [...(await trainings(reader, people)), ...(await services(reader, people))];
      return protectiveFactors.map(({ factor, label }) => MyProtectiveFactorView.of(factor, label, activities.filter(({ strengthens }) => strengthens.includes(factor)).map(({ view }) => view)));
    });
  }
}

/** What they have finished. */
async function trainings(reader: Reader, people: Id<'Person'>[]): Promise<Activity[]> {
  const rows = await reader.rows(TrainingCompletion, { personId: { $in: people } }, { orderBy: { id: 'desc' }, limit: most });
  const finished = [...new Set(rows.map(({ trainingKey }) => trainingKey))].map(trainingOf); // each once, however often it was taken
  return finished.map(({ title, strengthens }) => ({ view: StrengtheningActivityView.of(StrengtheningActivityKind.TRAINING, title), strengthens }));
}

/** The community services that they said yes to, and that served them or do so now. */
async function services(reader: Reader, people: Id<'Person'>[]): Promise<Activity[]> {
  const rows = await reader.rows(ResourceReferral, { personId: { $in: people }, $or: [{ status: 'ACCEPTED' }, { outcome: 'SERVED' }] }, { orderBy: { id: 'desc' }, limit: most });
  return rows.map(({ serviceName, need }) => ({ view: StrengtheningActivityView.of(StrengtheningActivityKind.SERVICE, serviceName), strengthens: strengthenedBy(need) }));
}
