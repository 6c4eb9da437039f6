import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { mayReadByBreakGlass } from '@fc/subgraph';
import { CountyDb, type FilterQuery, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ChildProfileEntry } from './child-profile-entry.entity.ts';
import { ChildProfileEntryView } from './child-profile.view.ts';
import type { ProfileField } from './profile-field.ts';
import { homesTold, mayGoTo, mayRead, newestOf, standingWith, standsBefore } from './profile-readers.ts';

/** Reads what is known of a child, each entry only for whom it was told. */
@Injectable()
export class ChildProfiles {
  constructor(private readonly db: CountyDb) {}

  /** The newest entry of each field. What was made sensitive or taken back meanwhile is not shown in an older form instead. */
  newest(childId: Id<'Child'>): Promise<ChildProfileEntryView[]> {
    return this.#readable(childId, {}, newestOf);
  }

  /** What a parent can let go along: the newest entry of each field that may, unless the home of that connection reads it already; for the parent on it alone. */
  toRenew(childId: Id<'Child'>, connectionId: Id<'FamilyConnection'>): Promise<ChildProfileEntryView[]> {
    return this.db.read(async (reader) => {
      const standing = await standingWith(reader, childId);
      const { person, roles } = standing;
      if (!roles.get(connectionId)?.includes(Role.PARENT)) return [];
      const entries = await reader.rows(ChildProfileEntry, { childId }, { orderBy: [{ field: 'asc' }, { revision: 'desc' }] });
      const newest = newestOf(entries.filter((entry) => mayRead(standing, entry) && mayGoTo(connectionId, entry, person)));
      return newest.filter((entry) => !homesTold(standing, entry).includes(connectionId)).map((entry) => ChildProfileEntryView.from(entry, standing));
    });
  }

  /** Every revision of one field, the newest first. */
  history(childId: Id<'Child'>, field: ProfileField): Promise<ChildProfileEntryView[]> {
    return this.#readable(childId, { field }, (entries) => entries);
  }

  /** Those that a command has just let the acting person write, or let go along. */
  written(ids: readonly Id<'ChildProfileEntry'>[]): Promise<ChildProfileEntryView[]> {
    return this.db.read(async (reader) => {
      const views: ChildProfileEntryView[] = [];
      for (const entry of await reader.rows(ChildProfileEntry, { id: { $in: [...ids] } }, { orderBy: { id: 'asc' } })) views.push(ChildProfileEntryView.from(entry, await standingWith(reader, entry.childId)));
      return views;
    });
  }

  #readable(childId: Id<'Child'>, where: FilterQuery<ChildProfileEntry>, choose: (newestFirst: readonly Row<ChildProfileEntry>[]) => readonly Row<ChildProfileEntry>[]): Promise<ChildProfileEntryView[]> {
    return this.db.read(async (reader) => {
      const standing = await standingWith(reader, childId);
      const entries = await reader.rows(ChildProfileEntry, { $and: [{ childId }, where] }, { orderBy: [{ field: 'asc' }, { revision: 'desc' }] });
      const glassBroken = await mayReadByBreakGlass(reader, childId);
      const known = entries.filter((entry) => glassBroken || standsBefore(standing, entry));
      const shown = choose(known).filter((entry) => glassBroken || mayRead(standing, entry));
      const byBreakGlass = shown.filter((entry) => !mayRead(standing, entry)).map(({ id }) => id);
      if (byBreakGlass.length > 0) await this.db.auditProtectedRead('Child.profile', 'SensitiveProfileEntry', byBreakGlass, [childId]);
      return shown.map((entry) => ChildProfileEntryView.from(entry, standing, glassBroken));
    });
  }
}
