import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { connectionSides, type ConnectionSide } from '../projections/connection-side.ts';

/** NOT_NOW binds to nothing: it can become a yes at any time, and nobody is asked why. */
export enum GuideAnswer {
  YES = 'YES',
  NOT_NOW = 'NOT_NOW',
}
const answers: readonly `${GuideAnswer}`[] = Object.values(GuideAnswer);

const schema = defineEntity({
  name: 'GuideInvitation',
  tableName: 'guide_invitation',
  uniques: [{ name: 'guide_invitation_one_each', properties: ['connectionId', 'invitedSide'] }],
  properties: {
    id: column.id<'GuideInvitation'>(),
    connectionId: column.ref<'FamilyConnection'>(),
    invitedBy: column.ref<'Person'>(),
    invitedSide: column.oneOf(connectionSides),
    invitedAt: column.instant(),
    answer: column.oneOf(answers).nullable(),
    answeredBy: column.ref<'Person'>().nullable(),
    answeredAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** One family has invited the other to use the guide together (R27): either side, once. */
export class GuideInvitation extends schema.class {
  static from(invited: { connectionId: Id<'FamilyConnection'>; invitedBy: Id<'Person'>; invitedSide: `${ConnectionSide}`; invitedAt: Temporal.Instant }): GuideInvitation {
    return make(GuideInvitation, { id: newId<'GuideInvitation'>(), ...invited, answer: null, answeredBy: null, answeredAt: null });
  }

  take(answer: `${GuideAnswer}`, answeredBy: Id<'Person'>, answeredAt: Temporal.Instant): void {
    Object.assign(this, { answer, answeredBy, answeredAt });
  }
}
schema.setClass(GuideInvitation);
export const guideInvitationSchema = schema;
