import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { recordsOf } from '../people/enrolled-person.entity.ts';
import { TrainingCompletion } from './training-completion.entity.ts';
import { TrainingCompletionView } from './trainings.views.ts';

/** These see what anybody has learned; everybody else sees their own. */
const seeEverybody: readonly string[] = [Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.NAVIGATOR];

@Injectable()
export class Trainings {
  constructor(private readonly db: CountyDb) {}

  mine(): Promise<TrainingCompletionView[]> {
    return this.db.read((reader) => completions(reader, reader.context.actor.person as Id<'Person'>));
  }

  /** None for whoever may not see them. */
  ofPerson(personId: Id<'Person'>): Promise<TrainingCompletionView[]> {
    return this.db.read(async (reader) => {
      const { person, roles } = reader.context.actor;
      return person === personId || roles.some((role) => seeEverybody.includes(role)) ? completions(reader, personId) : [];
    });
  }

  /** For the answer to whoever has just recorded it. */
  byId(id: Id<'TrainingCompletion'>): Promise<TrainingCompletionView> {
    return this.db.read(async (reader) => TrainingCompletionView.from(await reader.getRow(TrainingCompletion, id)));
  }
}

async function completions(reader: Reader, personId: Id<'Person'>): Promise<TrainingCompletionView[]> {
  const rows = await reader.rows(TrainingCompletion, { personId: { $in: await recordsOf(reader, personId) } }, { orderBy: { completedOn: 'asc', id: 'asc' } });
  return rows.map(TrainingCompletionView.from);
}
