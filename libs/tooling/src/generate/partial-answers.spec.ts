import { describe, expect, it } from '@jest/globals';
import { requiredAcrossServices } from './partial-answers.ts';

const sdl = (mentor: string, query: string): string => `
  directive @join__type(graph: join__Graph!, key: String) repeatable on OBJECT
  directive @join__field(graph: join__Graph) repeatable on FIELD_DEFINITION
  enum join__Graph { IDENTITY MATCHING }
  type Query @join__type(graph: IDENTITY) @join__type(graph: MATCHING) { connection: ${query} @join__field(graph: IDENTITY) }
  type Connection @join__type(graph: IDENTITY, key: "id") @join__type(graph: MATCHING, key: "id") {
    id: ID!
    status: String! @join__field(graph: IDENTITY)
    mentor: ${mentor} @join__field(graph: MATCHING)
  }`;

describe('partial answers', () => {
  it('lets a service require its own fields, and what others add be missing', () => {
    expect(requiredAcrossServices(sdl('String', 'Connection'))).toEqual([]);
  });

  it('finds a required field that one service adds to what another service owns, and a required entry', () => {
    expect(requiredAcrossServices(sdl('String!', 'Connection!'))).toEqual(['Query.connection', 'Connection.mentor']);
  });
});
