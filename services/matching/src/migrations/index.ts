import type { SchemaStep } from '@fc/tenancy';
import { mentorsAndMatches } from './0001-mentors-and-matches.ts';
import { wishesAndQuality } from './0002-wishes-and-quality.ts';
import { proposalsAreApproved } from './0003-proposals-are-approved.ts';
import { endsAndHandOvers } from './0004-ends-and-hand-overs.ts';
import { nextBestAndDaysAway } from './0005-next-best-and-days-away.ts';
import { committeeRoster } from './0006-committee-roster.ts';
import { runsThatSearch } from './0007-runs-that-search.ts';
import { rematchRequests } from './0008-rematch-requests.ts';
import { whatAProposalMet } from './0009-what-a-proposal-met.ts';
import { kinAndArrivals } from './0010-kin-and-arrivals.ts';
import { zonesAndExceptions } from './0011-zones-and-exceptions.ts';
import { ownWords } from './0012-own-words.ts';
import { languageWish } from './0013-language-wish.ts';
import { runsThatAreGivenUp } from './0014-runs-that-are-given-up.ts';

export const matchingSteps: readonly SchemaStep[] = [mentorsAndMatches, wishesAndQuality, proposalsAreApproved, endsAndHandOvers, nextBestAndDaysAway, committeeRoster, runsThatSearch, rematchRequests, whatAProposalMet, kinAndArrivals, zonesAndExceptions, ownWords, languageWish, runsThatAreGivenUp];
