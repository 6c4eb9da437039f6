import type { DueWindow, Id, Temporal, WindowState } from '@fc/domain-kernel';
import { windowState } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { isToBeNotified, Kinship, kinshipInWords } from './kinship.ts';
import { KinAssessment, NoticeHow, NoticeWaiver, type Relative } from './relative.entity.ts';
import { SearchSource, type RelativeSearch } from './relative-search.entity.ts';

registerEnumType(NoticeHow, { name: 'NoticeHow' });
registerEnumType(NoticeWaiver, { name: 'NoticeWaiver', description: 'Why a relative gets no notice.' });
registerEnumType(KinAssessment, { name: 'KinAssessment', description: 'How far it is clear whether the child could live with them.' });
registerEnumType(SearchSource, { name: 'SearchSource', description: 'Who or what was asked for relatives.' });

export enum NoticeState {
  DUE = 'DUE',
  MISSED = 'MISSED',
  MET = 'MET',
  MET_LATE = 'MET_LATE',
  WAIVED = 'WAIVED',
  NOT_NEEDED = 'NOT_NEEDED',
}
registerEnumType(NoticeState, { name: 'NoticeState', description: 'MISSED: still to be sent, though the day is over. NOT_NEEDED: they are no relative, or the child has not been removed.' });

/** The window opens with the removal, so nothing of it only approaches. */
const noticeStates: Record<WindowState, NoticeState> = { APPROACHING: NoticeState.DUE, DUE: NoticeState.DUE, MISSED: NoticeState.MISSED, MET: NoticeState.MET, MET_LATE: NoticeState.MET_LATE };

export interface NoticeClock {
  /** Null while the child has never been removed. */
  readonly window: DueWindow | null;
  readonly now: Temporal.Instant;
  /** The county's own words for a kinship. */
  readonly labels: Readonly<Record<string, string>>;
}

@ObjectType('Relative', { description: 'Somebody of a child’s wider family, or close to it. For those who work on the child’s case.' })
@Directive('@key(fields: "id", resolvable: false)')
export class RelativeView {
  @Field(() => UUID)
  id!: Id<'Relative'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => String)
  givenName!: string;

  @Field(() => String)
  familyName!: string;

  @Field(() => Kinship)
  kinship!: `${Kinship}`;

  @Field(() => String, { description: 'The kinship in the county’s words: “suitable other”.' })
  kinshipLabel!: string;

  @Field(() => UUID, { nullable: true, description: 'Empty for somebody who is only known by name.' })
  personId!: Id<'Person'> | null;

  @Field(() => NoticeState)
  noticeState!: NoticeState;

  @Field(() => Instant, { nullable: true, description: 'The end of day 30 after the removal; empty where no notice is needed.' })
  noticeDueBy!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true })
  noticeSentAt!: Temporal.Instant | null;

  @Field(() => NoticeHow, { nullable: true })
  noticeHow!: `${NoticeHow}` | null;

  @Field(() => NoticeWaiver, { nullable: true })
  noticeWaivedBecause!: `${NoticeWaiver}` | null;

  @Field(() => KinAssessment)
  assessment!: `${KinAssessment}`;

  @Field(() => Instant, { nullable: true })
  assessedAt!: Temporal.Instant | null;

  static from(relative: Row<Relative>, { window, now, labels }: NoticeClock): RelativeView {
    const { id, childId, givenName, familyName, kinship, personId, noticeSentAt, noticeHow, noticeWaivedBecause, assessment, assessedAt } = relative;
    const due = isToBeNotified(kinship) ? window : null;
    const open = due ? noticeStates[windowState(due, now, noticeSentAt ?? undefined)] : NoticeState.NOT_NEEDED;
    return Object.assign(new RelativeView(), {
      ...{ id, childId, givenName, familyName, kinship, personId, noticeSentAt, noticeHow, noticeWaivedBecause, assessment, assessedAt },
      kinshipLabel: kinshipInWords(kinship, labels),
      noticeState: noticeWaivedBecause ? NoticeState.WAIVED : open,
      noticeDueBy: due?.closes ?? null,
    });
  }
}

@ObjectType('RelativeSearchStep', { description: 'One step of the search for a child’s relatives. For those who work on the child’s case.' })
export class RelativeSearchStepView {
  @Field(() => UUID)
  id!: Id<'RelativeSearch'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => Instant)
  searchedAt!: Temporal.Instant;

  @Field(() => SearchSource)
  source!: `${SearchSource}`;

  @Field(() => String)
  outcome!: string;

  static from({ id, childId, searchedAt, source, outcome }: Row<RelativeSearch>): RelativeSearchStepView {
    return Object.assign(new RelativeSearchStepView(), { id, childId, searchedAt, source, outcome });
  }
}

@ObjectType('RelativeNoticeDue', { description: 'A child in foster care of whom relatives are still to be found or notified.' })
export class RelativeNoticeDueView {
  @Field(() => UUID, { description: 'The stay in foster care whose removal they are to be told of.' })
  episodeId!: Id<'FosterCareEpisode'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => Instant)
  dueBy!: Temporal.Instant;

  @Field(() => NoticeState, { description: 'DUE or MISSED.' })
  state!: NoticeState;

  @Field(() => [RelativeView], { description: 'Those who are known and not notified yet; empty where no relative has been found.' })
  relatives!: readonly RelativeView[];
}

@ObjectType()
export class RelativeNoticeDuePage extends pageOf(RelativeNoticeDueView) {}
