/** What matching keeps in the state's database: entries of allies who asked for it, and nothing of a case. `countyctl` runs these statements, all of them each time. */
export const committeeTables: readonly string[] = [
  `create table if not exists committee_member (id uuid primary key, county text not null, county_name text not null, name text not null, languages text[] not null)`,
];
