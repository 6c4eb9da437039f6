import { describe, expect, it } from '@jest/globals';
import { holdsName, partsOfNames } from './real-names.ts';

const family = partsOfNames([
  { givenName: 'Noor', familyName: 'de la Cruz-Haddad' },
  { givenName: 'José María', familyName: 'Li' },
  { givenName: 'Will', familyName: 'May' },
  { givenName: '美玲', familyName: '王' },
]);

describe('R42 a real name', () => {
  it.each([
    'Noor came home.',
    'it was noor who called',
    'NOOR’S room was ready',
    'No\u200bor was there',
    'and Haddad said',
    'Jose cried, María laughed',
    'Mr. Li waited',
    'Then Will went',
    'Will she stay?',
    'We asked May.',
    '昨天王美玲来了',
  ])('is found: %s', (text) => expect(holdsName(text, family)).toBe(true));

  it.each(['Amira came home.', 'We will see him in may, de la manera que sea.', 'The noors and noorish', 'Lin and Lia', ''])('is not seen where there is none: %s', (text) => expect(holdsName(text, family)).toBe(false));
});
