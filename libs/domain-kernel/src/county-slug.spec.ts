import { describe, expect, it } from '@jest/globals';
import { parseCountySlug } from './index.ts';

describe('county slug', () => {
  it.each(['king', 'walla_walla', 'lummi_nation', 'site2', 'a'.repeat(40)])('takes %s', (slug) => {
    expect(parseCountySlug(slug)).toBe(slug);
  });

  it.each(['', 'King', '2king', '_king', 'king_', 'walla__walla', 'walla-walla', 'king.county', 'king"; drop', 'king\n', 'a'.repeat(41)])('refuses "%s"', (slug) => {
    expect(() => parseCountySlug(slug)).toThrow(expect.objectContaining({ code: 'INVALID_COUNTY' }));
  });

  it.each(['master', 'state', 'county_template', 'template_ab', 'pg', 'pg_king'])('leaves %s to the platform and what it runs on', (slug) => {
    expect(() => parseCountySlug(slug)).toThrow(expect.objectContaining({ code: 'SLUG_RESERVED', message: expect.stringContaining(slug) }));
  });

  it.each(['masters', 'state_line', 'statewide', 'template', 'pgh'])('takes %s, which only looks like one of those', (slug) => {
    expect(parseCountySlug(slug)).toBe(slug);
  });
});
