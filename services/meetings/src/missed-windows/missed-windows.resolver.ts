import { Allow, Role } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { RecordMissReason, RecordMissReasonInput } from './record-miss-reason.use-case.ts';

@Resolver()
export class MissedWindowsResolver {
  constructor(private readonly recording: RecordMissReason) {}

  @Mutation(() => UUID, { description: 'For whoever was to do it, a caregiver or the caseworker of the connection, or a coordinator; of a talk of a pair its mentor or a coordinator. Answers the same id. The first reason stays. Error MEETINGS.NOT_MISSED.' })
  @Allow(Role.CAREGIVER, Role.CASEWORKER, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR, Role.COORDINATOR)
  recordMissReason(@Args('input') input: RecordMissReasonInput): Promise<string> {
    return this.recording.run(input);
  }
}
