import { describe, expect, it } from '@jest/globals';
import { readCountyFile } from './county-file.ts';

const file = (settings: string): string => `
slug: king
name: King County
kind: COUNTY
fips: "53033"
timeZone: America/Los_Angeles
settings: ${settings}
`;

describe("what a county's file says of matching and retention", () => {
  it('is complete with safe defaults, and keeps what it says', () => {
    const { settings } = readCountyFile(file('{}'), 'king.yaml');
    expect(settings).toMatchObject({ matchingWeights: { version: 1, firstLanguage: 50 }, matchingQuotas: { version: 1, limits: [] }, matchSearchSeconds: 20, proposalAnswerDays: 7 });
    const quota = { mentorRole: 'PARENT_ALLY', trainedWithinDays: null, most: 12 };
    expect(readCountyFile(file('{ matchingQuotas: { version: 2, limits: [{ mentorRole: PARENT_ALLY, most: 12 }] } }'), 'king.yaml').settings.matchingQuotas).toEqual({ version: 2, limits: [quota] });
  });

  it.each([
    ['matchingWeights: { wishes: .nan }', 'matchingWeights.wishes'],
    ['matchingWeights: { waiting: -1 }', 'matchingWeights.waiting'],
    ['matchingWeights: { room: 2.5 }', 'matchingWeights.room'],
    ['matchingWeights: { hours: 151 }', 'matchingWeights.hours'],
    ['matchingWeights: { version: 0 }', 'matchingWeights.version'],
    ['matchingQuotas: { limits: [{ mentorRole: PARENT_ALLY, most: -1 }] }', 'matchingQuotas.limits[0].most'],
    ['matchingQuotas: { limits: [{ mentorRole: PARENT, most: 1 }] }', 'matchingQuotas.limits[0].mentorRole'],
    ['matchSearchSeconds: 301', 'matchSearchSeconds'],
    ['retention: [{ recordType: SOMETHING, keepForMonths: 12, startsAt: CREATED }]', 'retention[0].recordType'],
    ['retention: [{ recordType: CONTACT_DETAILS, keepForMonths: 12, startsAt: CREATED }]', 'retention[0].startsAt'],
    ['matchingWieghts: { wishes: 40 }', 'matchingWieghts'],
    ['matchingWeights: { wishs: 40 }', 'settings.matchingWeights.wishs'],
    ['matchingQuotas: { limits: [{ mentorRole: PARENT_ALLY, most: 1, trainedWithin: 30 }] }', 'settings.matchingQuotas.limits.0.trainedWithin'],
  ])('is refused where it says %s, and it says which', (settings, named) => {
    expect(() => readCountyFile(file(`{ ${settings} }`), 'king.yaml')).toThrow(named);
  });
});
