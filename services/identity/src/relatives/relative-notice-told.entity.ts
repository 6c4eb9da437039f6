import { column, defineEntity } from '@fc/tenancy';

/** The last quarter of the time for the notice has begun; or the time is over. */
export const noticeStages = ['APPROACHING', 'MISSED'] as const;
export type NoticeStage = (typeof noticeStages)[number];

const schema = defineEntity({
  name: 'RelativeNoticeTold',
  tableName: 'relative_notice_told',
  properties: {
    episodeId: column.ref<'FosterCareEpisode'>().primary(),
    /** The start that was counted from: once it is corrected, the days are counted and told anew. */
    removedAt: column.instant().primary(),
    stage: column.oneOf(noticeStages).primary(),
    toldAt: column.instant(),
  },
});

/** That those who work on the case were told how the notice to a child's relatives stands. Its key has it told once, however many processes look. */
export class RelativeNoticeTold extends schema.class {}
schema.setClass(RelativeNoticeTold);
export const relativeNoticeToldSchema = schema;
