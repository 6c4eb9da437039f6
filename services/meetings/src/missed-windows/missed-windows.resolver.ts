import { Allow, Role } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { RecordMissReason, RecordMissReasonInput } from './record-miss-reason.use-case.ts';

@Resolver()
export class MissedWindowsResolver {
  constructor(private readonly recording: RecordMissReason) {}

  @Mutation(() => UUID, { description: 'For a caregiver or the caseworker of the connection, or a coordinator; answers the same id. The first reason stays. Error MEETINGS.NOT_MISSED.' })
  @Allow(Role.CAREGIVER, Role.CASEWORKER, Role.COORDINATOR)
  recordMissReason(@Args('input') input: RecordMissReasonInput): Promise<string> {
    return this.recording.run(input);
  }
}
