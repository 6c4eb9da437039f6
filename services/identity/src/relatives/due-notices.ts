/** Of whom nobody has been found, or somebody is still to be told: by stays in foster care. */
export const dueEpisodes = `
  select episode.id from foster_care_episode episode
   where episode.exited_at is null
     and (not exists (select 1 from relative where relative.child_id = episode.child_id and relative.kinship <> 'NON_RELATIVE_EXTENDED_FAMILY')
       or exists (select 1 from relative where relative.child_id = episode.child_id and relative.kinship <> 'NON_RELATIVE_EXTENDED_FAMILY'
                     and relative.notice_sent_at is null and relative.notice_waived_because is null))`;
