import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../people/acting-person.ts';
import { FinishedReflections } from './finished-reflections.entity.ts';
import { questionIds } from './perspective-pack.ts';
import { MyReflectionsView, ReflectionView } from './perspective-taking.view.ts';
import { Reflection } from './reflection.entity.ts';

/**
 * Opens reflections for whoever wrote them. Those of a record that turned out to be theirs stay with that record: where two people
 * were taken for one by mistake, neither reads the other's words.
 */
@Injectable()
export class Reflections {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
  ) {}

  mine(): Promise<MyReflectionsView> {
    return this.db.read(async (reader) => {
      const personId = actingPerson(reader);
      const written = await reader.rows(Reflection, { personId }, { orderBy: { questionId: 'asc' } });
      const [finished] = await reader.rows(FinishedReflections, { personId });
      const key = written.length > 0 ? await this.protection.keyOf(reader, personId) : null;
      return Object.assign(new MyReflectionsView(), {
        reflections: key ? written.map((reflection) => ReflectionView.from(reflection, Reflection.open(reflection, key))) : [],
        openQuestions: questionIds.filter((id) => !written.some(({ questionId }) => questionId === id)),
        finishedAt: finished?.finishedAt ?? null,
      });
    });
  }
}
