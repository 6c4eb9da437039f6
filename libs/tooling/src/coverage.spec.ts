import { describe, expect, it } from '@jest/globals';
import { coveragePage, testsOf } from './coverage.mjs';

const idsOf = (source: string) => testsOf('a.spec.ts', source).map(({ ids, title }) => `${ids.join('+')}: ${title}`);

describe('coverage', () => {
  it('reads the ids at the beginning of a title, in every way to write a test', () => {
    expect(
      idsOf(`
        describe('R13 is no test', () => {
          it('R14 R15 refuses', () => {});
          test("S16, S17: shows", () => {});
          it.each([['R99', 1]])('R02 counts %s', () => {});
          it.only(\`R03 \${kind} moves\`, () => {});
          it('leaves R20 where it is not first', () => {});
          it('R200 is another word', () => {});
        });`),
    ).toEqual(['R14+R15: refuses', 'S16+S17: shows', 'R02: counts %s', 'R03: …']);
  });

  it('does not count what does not run', () => {
    expect(
      idsOf(`
        // it('R01 in a comment', () => {});
        it.skip('R02 skipped', () => {});
        it.todo('R03 to do');
        xit('R04 crossed out', () => {});
        it.failing('R05 failing', () => {});
        describe.skip('all of it', () => { it('R06 inside', () => {}); });`),
    ).toEqual([]);
  });

  const requirements = { systems: [{ id: 'S01', name: 'Comfort call' }], rules: [{ id: 'R01', name: 'A | B' }, { id: 'R02', name: 'C' }] };

  it('shows each requirement with its tests, and which have none', () => {
    const page = coveragePage(requirements, testsOf('libs/a/src/a.spec.ts', "it('R01 S01 shows', () => {})"));
    expect(page).toContain('## Rules: 1 of 2 shown by a test\n\nNot yet shown: R02.');
    expect(page).toContain('| R01 | A \\| B | shows ([a.spec.ts](../libs/a/src/a.spec.ts)) |');
    expect(page).toContain('| R02 | C | no test yet |');
    expect(page).toContain('## Systems: 1 of 1 shown by a test\n\n| id');
  });

  it('refuses a title that names no requirement', () => {
    expect(() => coveragePage(requirements, testsOf('a.spec.ts', "it('R01 R77 shows', () => {})"))).toThrow('a.spec.ts: R01 R77 shows');
  });
});
