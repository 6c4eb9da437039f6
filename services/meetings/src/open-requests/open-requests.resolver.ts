import { Allow, Role } from '@fc/auth';
import { Query, Resolver } from '@nestjs/graphql';
import { OpenRequestView } from './open-request.view.ts';
import { OpenRequests } from './open-requests.query.ts';

@Resolver()
export class OpenRequestsResolver {
  constructor(private readonly requests: OpenRequests) {}

  @Query(() => [OpenRequestView], { nullable: true, description: 'What families, courts and review boards wait for on the cases of the caseworker who asks, at most 100, those that wait longest first. What is due stands in `myWork`.' })
  @Allow(Role.CASEWORKER)
  myOpenRequests(): Promise<OpenRequestView[]> {
    return this.requests.mine();
  }
}
