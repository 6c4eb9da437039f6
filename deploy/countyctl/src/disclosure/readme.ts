/** For the court, and whoever else opens the directory. */
export const readme = (county: string, order: string): string => `Records of ${county}, disclosed by the order ${order}.

manifest.json             what is here: each file with its size, its SHA-256 and its number of rows; and what was withheld, by kind
<service>/<table>.jsonl   one row of the table a line, as a JSON object by column name; UTF-8
<service>/schema.json     the tables: columns with their PostgreSQL types, keys and rules

Everything was read in one moment. Times are RFC 3339, dates ISO 8601, ids UUIDs: they join the rows, and lead to nobody without the
county. These are the records of the person or the family connection whom manifest.json names under of, and nobody else's.

What is withheld stands as null, as does what was never said; records that are withheld whole are not here. manifest.json lists
under redactions every kind that is ever withheld, with how many values or records were. Of some kinds it never says how
many, nor whether there were any: to say so would itself disclose what the law protects.

Where a file holds what 42 CFR Part 2 protects, each of its rows says so, and manifest.json lists it under notices:
42 CFR part 2 prohibits unauthorized use or disclosure of these records.

Check it with: sha256sum <file>, wc -l <file>.jsonl; or countyctl verify-export <directory>.
`;
