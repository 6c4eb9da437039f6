import { Clock, type Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { CaseAssignment } from '../case-assignments/case-assignment.entity.ts';
import { ConnectionChild } from '../connections/connection-child.entity.ts';
import { FamilyConnection } from '../connections/family-connection.entity.ts';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { actingYouth } from './acting-youth.ts';
import { YouthFeedback } from './youth-feedback.entity.ts';
import { MyCareView, YouthFeedbackView, type MyConnectionView, type MyHomeView, type MyTeamMemberView } from './youth.views.ts';

/** Reads a young person's own care for them, and what young people say for those who lead the program. */
@Injectable()
export class YouthCare {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  mine(): Promise<MyCareView> {
    return this.db.read(async (reader) => {
      const childId = await actingYouth(reader, this.clock.now());
      const placements = await reader.rows(Placement, { childId }, { orderBy: { startedAt: 'asc' } });
      const parts = await reader.rows(ConnectionChild, { childId });
      const connections = await reader.rows(FamilyConnection, { id: { $in: parts.map((part) => part.connectionId) } }, { orderBy: { id: 'asc' } });
      const assignments = await reader.rows(CaseAssignment, { childId, to: null }, { orderBy: { id: 'asc' } });
      const homes = await caregiversByHousehold(reader, [...placements, ...connections].flatMap(({ householdId }) => householdId ?? []));
      const people = await peopleById(reader, [...connections.map(({ parentId }) => parentId), ...assignments.map(({ personId }) => personId), ...[...homes.values()].flat()]);
      const names = (ids: readonly Id<'Person'>[]): string[] => ids.flatMap((id) => people.get(id)?.givenName ?? []);
      const at = (householdId: Id<'CaregiverHousehold'> | null): string[] => (householdId ? names(homes.get(householdId) ?? []) : []);
      return Object.assign(new MyCareView(), {
        homes: placements.map(({ type, householdId, startedAt: from, endedAt: to }): MyHomeView => ({ type, caregivers: at(householdId ?? null), from, to: to ?? null })),
        connections: connections.map(({ id, parentId, householdId }): MyConnectionView => ({ parent: names([parentId]).join(), caregivers: at(householdId), open: parts.some((part) => part.connectionId === id && !part.to) })),
        team: assignments.flatMap(({ personId, role }): MyTeamMemberView[] => {
          const person = people.get(personId);
          return person ? [{ givenName: person.givenName, familyName: person.familyName, role }] : [];
        }),
        feedback: (await reader.rows(YouthFeedback, { childId }, { orderBy: { id: 'asc' } })).map(YouthFeedbackView.from),
      });
    });
  }

  feedback(args: PageArgs): Promise<Page<YouthFeedbackView>> {
    return this.db.read((reader) => readPage(reader, YouthFeedback, {}, args, YouthFeedbackView.from));
  }

  feedbackById(id: Id<'YouthFeedback'>): Promise<YouthFeedbackView> {
    return this.db.read(async (reader) => YouthFeedbackView.from(await reader.getRow(YouthFeedback, id)));
  }
}

async function caregiversByHousehold(reader: Reader, ids: readonly Id<'CaregiverHousehold'>[]): Promise<Map<Id<'CaregiverHousehold'>, Id<'Person'>[]>> {
  return new Map((await reader.rows(CaregiverHousehold, { id: { $in: [...new Set(ids)] } })).map(({ id, caregiverIds }) => [id, caregiverIds]));
}

async function peopleById(reader: Reader, ids: readonly Id<'Person'>[]): Promise<Map<Id<'Person'>, Row<Person>>> {
  return new Map((await reader.rows(Person, { id: { $in: [...new Set(ids)] } })).map((person) => [person.id, person]));
}
