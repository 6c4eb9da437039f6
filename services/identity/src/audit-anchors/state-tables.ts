/** What identity keeps in the state's database: hashes of the counties' trails, from which nothing can be read. `countyctl` runs these statements, all of them each time. */
export const anchorTables: readonly string[] = [
  `create table if not exists audit_anchor (
     county text not null,
     service text not null,
     position integer not null,
     total bigint not null,
     hash text not null,
     sealed_at bigint not null,
     signature text not null,
     anchored_at timestamptz not null default clock_timestamp(),
     primary key (county, service, position)
   )`,
];
