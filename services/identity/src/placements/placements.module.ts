import { Module } from '@nestjs/common';
import { BeginFosterCare } from './begin-foster-care.use-case.ts';
import { ChangePlacementType } from './change-placement-type.use-case.ts';
import { EndStays } from './end-stays.use-case.ts';
import { ExitFosterCare } from './exit-foster-care.use-case.ts';
import { PlaceChildren } from './place-children.use-case.ts';
import { Placements } from './placements.query.ts';
import { EpisodeReferences, PlacementReferences } from './references.resolver.ts';
import { PlacementsResolver } from './placements.resolver.ts';

@Module({ providers: [Placements, PlacementsResolver, PlacementReferences, EpisodeReferences, BeginFosterCare, PlaceChildren, EndStays, ChangePlacementType, ExitFosterCare], exports: [Placements] })
export class PlacementsModule {}
