import { Role } from '@fc/auth';
import { Clock, notFound, type Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { OwnWords } from '../own-words/own-words.ts';
import type { MentorRole } from '../needs/mentor-need.entity.ts';
import { countyDay } from './county-day.ts';
import { cannotBeHad } from './free-times.ts';
import { lastContacts } from './last-contacts.ts';
import { mentorLoads } from './mentor-load.ts';
import { MentorProfile } from './mentor-profile.entity.ts';
import { MentorProfileView } from './mentor-profile.view.ts';
import { standingsOf } from './standing.ts';

/** Reads who mentors: all for a coordinator or a program supervisor, their own for a mentor. */
@Injectable()
export class MentorProfiles {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
  ) {}

  page(args: PageArgs): Promise<Page<MentorProfileView>> {
    return this.db.read(async (reader) => {
      const { nodes, pageInfo } = await readPage(reader, MentorProfile, {}, args, (profile) => profile);
      return { nodes: await this.#views(reader, nodes), pageInfo };
    });
  }

  byId(id: Id<'MentorProfile'>): Promise<MentorProfileView> {
    return this.db.read(async (reader) => {
      const profile = await reader.getRow(MentorProfile, id);
      const { person, roles } = reader.context.actor;
      const [view] = await this.#views(reader, profile.personId === person || roles.includes(Role.COORDINATOR) ? [profile] : []);
      if (!view) throw notFound('mentor profile');
      return view;
    });
  }

  mine(mentorRole: `${MentorRole}` | null): Promise<MentorProfileView | null> {
    return this.db.read(async (reader) => {
      const personId = reader.context.actor.person as Id<'Person'>; // who holds a mentor's role is a person
      const own = await reader.rows(MentorProfile, { personId, ...(mentorRole ? { mentorRole } : {}) }, { orderBy: { id: 'asc' }, limit: 1 });
      return (await this.#views(reader, own))[0] ?? null;
    });
  }

  async #views(reader: Reader, profiles: readonly Row<MentorProfile>[]): Promise<MentorProfileView[]> {
    const loads = await mentorLoads(reader, profiles);
    const now = this.clock.now();
    const standings = await standingsOf(reader, profiles, now);
    const said = await this.words.ofMentors(reader, profiles);
    const ofOthers = profiles.filter(({ ownWords, personId }) => ownWords && personId !== reader.context.actor.person);
    if (ofOthers.length > 0) await this.db.auditProtectedRead('MentorProfile.traits', 'MentorProfile', ofOthers.map(({ id }) => id));
    const talked = await lastContacts(reader, profiles);
    const { settings, timeZone: county } = reader.context.county;
    const today = countyDay(reader, now);
    return profiles.map((profile, index) => {
      const { trainedOn, eligible } = standings[index]!; // one of each profile, here and below
      const timeZone = profile.timeZone ?? county;
      const away = cannotBeHad(profile, today, settings.proposalAnswerDays, timeZone);
      return MentorProfileView.from({ ...profile, traits: said[index]?.traits ?? [], limits: [...(said[index]?.limits ?? [])], trainedOn }, { ...loads[index]!, preferences: said[index]?.preferences ?? [], eligible, away, timeZone, lastContactAt: talked[index] ?? null });
    });
  }
}
