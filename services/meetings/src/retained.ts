import type { RetainedKinds } from '@fc/subgraph';

/** The talks of which words are left. */
const talks = `(select id, connection_id, held_at from preparation_session where note is not null or topics <> '{}'
  union all select id, connection_id, held_at from follow_up_session where held_at is not null and (note is not null or topics <> '{}')) talk`;
const reports = `(select id, connection_id, reported_at from mandated_report where facts is not null) report`;
const its = (record: string): string => `join family_connection connection on connection.id = ${record}.connection_id`;

/** What meetings keeps for which a county can say how long. The erasure of the parent takes the words of either. */
export const retained: RetainedKinds = {
  PEER_NOTES: {
    CASE_CLOSED: `select talk.id, connection.parent_id as subject_id, connection.closed_at as started from ${talks} ${its('talk')} where connection.closed_at is not null`,
    CREATED: `select talk.id, connection.parent_id as subject_id, talk.held_at as started from ${talks} ${its('talk')}`,
  },
  MANDATED_REPORT: {
    CASE_CLOSED: `select report.id, connection.parent_id as subject_id, connection.closed_at as started from ${reports} ${its('report')} where connection.closed_at is not null`,
    CREATED: `select report.id, connection.parent_id as subject_id, report.reported_at as started from ${reports} ${its('report')}`,
  },
};
