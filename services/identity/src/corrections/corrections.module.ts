import { Module } from '@nestjs/common';
import { FamiliesModule } from '../families/families.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { PlacementsModule } from '../placements/placements.module.ts';
import { CorrectChild } from './correct-child.use-case.ts';
import { CorrectFosterCareEpisode } from './correct-episode.use-case.ts';
import { CorrectPerson } from './correct-person.use-case.ts';
import { CorrectPlacement } from './correct-placement.use-case.ts';
import { Corrections } from './corrections.query.ts';
import { ChildCorrectionsResolver, EpisodeCorrectionsResolver, PersonCorrectionsResolver, PlacementCorrectionsResolver } from './corrections.resolver.ts';

const resolvers = [PlacementCorrectionsResolver, EpisodeCorrectionsResolver, ChildCorrectionsResolver, PersonCorrectionsResolver];

@Module({ imports: [PeopleModule, FamiliesModule, PlacementsModule], providers: [Corrections, ...resolvers, CorrectPlacement, CorrectFosterCareEpisode, CorrectChild, CorrectPerson] })
export class CorrectionsModule {}
