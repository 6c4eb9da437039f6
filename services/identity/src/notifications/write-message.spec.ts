import { Temporal } from '@fc/domain-kernel';
import { describe, expect, it } from '@jest/globals';
import { messageTemplates } from './message-template.ts';
import { interpreterOffer, messageTexts } from './message-texts.ts';
import { writeMessage } from './write-message.ts';

const at = Temporal.Instant.from('2026-12-02T01:30:00Z');
const facts = { template: 'APPOINTMENT_PLANNED', at, zone: 'America/Los_Angeles', link: 'https://app.example.org', read: 'https://api.example.org/l/read/R', stop: 'https://api.example.org/l/stop/S' } as const;
const nobody = (): boolean => false;

describe('writeMessage', () => {
  it('says when, in the county’s own time', () => {
    expect(writeMessage(facts, { languages: ['en-US'], isReviewed: nobody }).text).toContain('Tuesday, December 1 at 5:30');
  });

  it('speaks a language only when somebody has found the wording good, else English with the offer of an interpreter', () => {
    const machine = writeMessage(facts, { languages: ['es'], isReviewed: nobody });
    expect(machine).toMatchObject({ language: 'en' });
    expect(machine.text).toContain(interpreterOffer);
    const reviewed = writeMessage(facts, { languages: ['es-MX', 'en'], isReviewed: () => true });
    expect(reviewed.language).toBe('es');
    expect(reviewed.text).toContain('martes, 1 de diciembre');
    expect(reviewed.text).not.toContain(interpreterOffer);
  });

  it('offers an interpreter to whoever speaks neither', () => {
    expect(writeMessage(facts, { languages: ['so'], isReviewed: () => true }).text).toContain(interpreterOffer);
    expect(writeMessage(facts, { languages: ['so', 'en'], isReviewed: () => true }).text).not.toContain(interpreterOffer);
  });

  it('never says what it is about, in any text', () => {
    const telling = /foster|child|case\b|court|family time|visit|crianza|niñ|hij|caso|tribunal|juez/i;
    for (const template of messageTemplates) for (const { text } of Object.values(messageTexts[template])) expect(text).not.toMatch(telling);
  });
});
