/** The short notice of 42 CFR 2.32, which goes with every disclosure. */
export const REDISCLOSURE_NOTICE = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';

/** The tables of which each row tells, by being there, what 42 CFR Part 2 protects. */
export const partTwoNotices: Readonly<Record<string, string>> = { confidential_fact: REDISCLOSURE_NOTICE, written_consent: REDISCLOSURE_NOTICE };
