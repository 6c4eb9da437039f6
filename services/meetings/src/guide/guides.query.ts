import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { isContactPossible, rolesOnConnection } from '@fc/subgraph';
import { CountyDb, RowNotFound, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isOnConnection } from '../projections/on-connection.ts';
import { CallGuideView } from './call-guide.view.ts';
import { GuideInvitation } from './guide-invitation.entity.ts';
import { GuideIntroduction } from './guide-introduction.entity.ts';
import { guideMember, readerOf } from './guide-member.ts';
import { GuideInvitationView, GuideIntroductionView, GuideOnConnectionView, GuideTickView } from './guide-on-connection.view.ts';
import { guidePack, guideWording, GuideTextState, promptsFor } from './guide-pack.ts';
import { guidePhases, type GuideLanguage, type GuidePhase } from './guide-prompt.ts';
import { GuideReview } from './guide-review.entity.ts';
import { GuidePace, GuideTick } from './guide-tick.entity.ts';
import { GuideView } from './guide.view.ts';
import { GuideReadiness, suggest } from './suggest.ts';
import { whereTheyAre } from './where-they-are.ts';

/** Reads the guide, and how somebody uses it on one of their connections. */
@Injectable()
export class Guides {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  async inLanguage(language: GuideLanguage): Promise<GuideView> {
    return GuideView.forReaders(language, await this.#isReviewed(language));
  }

  async draft(language: GuideLanguage): Promise<GuideView> {
    return GuideView.draft(language, await this.#isReviewed(language));
  }

  /** How the first call goes, for whoever may know of the call. */
  async callInLanguage(language: GuideLanguage): Promise<CallGuideView> {
    return CallGuideView.forReaders(language, await this.#isReviewed(language));
  }

  /** Null for whoever is none of the two families. `phase` asks for suggestions of that phase. */
  ofActing(connectionId: Id<'FamilyConnection'>, phase?: GuidePhase | null): Promise<GuideOnConnectionView | null> {
    return this.db.read(async (reader) => {
      const held = await rolesOnConnection(reader, connectionId);
      if (!held.includes(Role.PARENT) && !held.includes(Role.CAREGIVER)) return null;
      const { person, side, connection } = await guideMember(reader, connectionId);
      const prompts = promptsFor(readerOf(side));
      const all = await reader.rows(GuideTick, { connectionId, tickedAt: { $ne: null } }, { orderBy: { tickedAt: 'asc' } });
      const own = all.filter(({ personId }) => personId === person);
      const ticked = new Set(own.map(({ promptId }) => promptId));
      const [pace] = await reader.rows(GuidePace, { connectionId, personId: person });
      const readiness = pace?.readiness ?? GuideReadiness.A_LITTLE;
      const { ahead, declined, ...where } = await whereTheyAre(reader, connection);
      const mayRead = (!connection.closedAt || connection.continuedAt != null) && (await isContactPossible(reader, connection.contact('MESSAGE', this.clock.now())));
      const suggested = suggest({ prompts, phase: phase ?? where.phase, ahead, declined, readiness: GuideReadiness[readiness], ticked, board: reader.context.county.settings.citizenReviewBoard });
      const invitations = await reader.rows(GuideInvitation, { connectionId }, { orderBy: { id: 'asc' } });
      return Object.assign(new GuideOnConnectionView(), {
        ...{ phase: where.phase, readiness },
        progress: guidePhases.map((each) => progressOf(each, prompts.filter((prompt) => prompt.phase === each).map(({ id }) => id), ticked)),
        ticks: own.map(GuideTickView.from),
        shared: mayRead ? all.filter(({ personId, sharedAt }) => sharedAt && personId !== person).map(GuideTickView.from) : [],
        suggestions: suggested.map(({ id }) => id),
        invitations: invitations.map(GuideInvitationView.from),
      });
    });
  }

  introductionsOn(connectionId: Id<'FamilyConnection'>): Promise<GuideIntroductionView[]> {
    return this.db.read(async (reader) => {
      if (!(await isOnConnection(reader, connectionId))) return [];
      return (await reader.rows(GuideIntroduction, { connectionId }, { orderBy: { id: 'asc' } })).map(GuideIntroductionView.from);
    });
  }

  introduction(id: Id<'GuideIntroduction'>): Promise<GuideIntroductionView> {
    return this.db.read(async (reader) => GuideIntroductionView.from(await onOwnConnection(reader, 'GuideIntroduction', await reader.getRow(GuideIntroduction, id))));
  }

  invitation(id: Id<'GuideInvitation'>): Promise<GuideInvitationView> {
    return this.db.read(async (reader) => GuideInvitationView.from(await onOwnConnection(reader, 'GuideInvitation', await reader.getRow(GuideInvitation, id))));
  }

  async #isReviewed(language: GuideLanguage): Promise<boolean> {
    if (guidePack.states[language] === GuideTextState.REVIEWED) return true;
    return this.db.read(async (reader) => (await reader.count(GuideReview, { language, wording: guideWording(language) })) > 0);
  }
}

/** That row, if the acting person is on its connection. Throws `NOT_FOUND`. */
async function onOwnConnection<Found extends { readonly id: string; readonly connectionId: Id<'FamilyConnection'> }>(reader: Reader, name: string, row: Found): Promise<Found> {
  if (!(await isOnConnection(reader, row.connectionId))) throw new RowNotFound(name, row.id);
  return row;
}

const progressOf = (phase: GuidePhase, ids: readonly string[], ticked: ReadonlySet<string>): { phase: GuidePhase; ticked: number; of: number } => ({
  phase,
  ticked: ids.filter((id) => ticked.has(id)).length,
  of: ids.length,
});
