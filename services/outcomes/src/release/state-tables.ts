/** What stands in the state's database: who reports, facts that join back to nobody, and what counties share of how ready they say they are. `countyctl` runs these statements, all of them each time. */
export const stateTables: readonly string[] = [
  `create table if not exists reporting_county (slug text primary key, name text not null, fips text null)`,
  `create table if not exists state_fact (id uuid primary key, measure text not null, category text not null, county text not null, month date not null)`,
  `create index if not exists state_fact_month on state_fact (month, measure, category, county)`,
  `create table if not exists shared_readiness (county text not null, county_name text not null, assessed_on date not null, scores jsonb not null, policies_in_place int not null, policies int not null, primary key (county, assessed_on))`,
];
